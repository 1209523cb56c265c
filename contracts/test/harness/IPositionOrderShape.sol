// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {PositionOrder} from "../../src/interfaces/IPositionRouter.sol";

/// @notice As `IOrderShape`, for orders of the position router.
interface IPositionOrderShape {
    function positionOrder(PositionOrder calldata value) external;
}
