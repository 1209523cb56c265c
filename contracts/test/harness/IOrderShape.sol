// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Order} from "../../src/interfaces/ITradeRouter.sol";

/// @notice An order travels as bytes, so no ABI of the protocol names its fields: this one does, for clients.
interface IOrderShape {
    function order(Order calldata value) external;
}
