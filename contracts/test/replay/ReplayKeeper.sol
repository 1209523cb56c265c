// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ILiquidationCallback} from "../../src/interfaces/ICallbacks.sol";
import {IMarginEngine} from "../../src/interfaces/IMarginEngine.sol";
import {takeOf} from "../support/Takes.sol";
import {IMintable} from "../support/TestTokens.sol";
import {ReplayMarket} from "./ReplayMarket.sol";

/// @notice Liquidates without capital: sells what it seizes in the pool and pays with what it gets, or does nothing.
contract ReplayKeeper is ILiquidationCallback {
    IMarginEngine private immutable ENGINE;
    uint256 private immutable EDGE;

    /// @notice Thrown when the pool gives less than the debt repaid and the keeper's profit [token units].
    error NotWorthIt(uint256 actual, uint256 bound);

    struct Sale {
        ReplayMarket market;
        IMintable seized;
        IMintable paid;
    }

    /// @param edge Least profit on what is paid [1e-4].
    constructor(IMarginEngine engine, uint256 edge) {
        (ENGINE, EDGE) = (engine, edge);
    }

    function take(bytes32 account, uint8 collateralAsset, uint8 debtAsset, uint256 maxRepaid, Sale calldata sale)
        external
        returns (uint256 paid, uint256 seized)
    {
        sale.paid.approve(address(ENGINE), type(uint256).max);
        return ENGINE.liquidate(
            account, takeOf(collateralAsset, debtAsset, maxRepaid, address(sale.market), abi.encode(sale))
        );
    }

    function onLiquidate(uint256 paid, uint256 seized, bytes calldata data) external {
        Sale memory sale = abi.decode(data, (Sale));
        uint256 received = sale.market.sell(sale.seized, seized, address(this));
        uint256 least = paid + paid * EDGE / 1e4;
        require(received >= least, NotWorthIt(received, least));
    }
}
