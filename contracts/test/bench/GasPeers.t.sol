// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SettableOracle} from "../support/SettableOracle.sol";
import {IMintable, PlainToken} from "../support/TestTokens.sol";
import {GasBench} from "./GasBench.sol";

/// @notice The conditions of the published figures: a plain ERC-20, an oracle that costs one storage read a price.
/// forge-config: default.isolate = true
contract GasPeersTest is GasBench {
    SettableOracle private _oracle;

    function _conditions() internal pure override returns (string memory) {
        return "peers";
    }

    function _newToken(string memory symbol) internal override returns (IMintable) {
        return new PlainToken(symbol, 18);
    }

    function _deployOracle() internal override returns (address) {
        _oracle = new SettableOracle();
        for (uint8 i; i < ASSETS; ++i) {
            _oracle.set(MARKET, i, 18, 1e18, 1e18);
        }
        return address(_oracle);
    }

    function _setPrice(uint256 price) internal override {
        _oracle.set(MARKET, COLLATERAL, 18, price, price);
    }
}
