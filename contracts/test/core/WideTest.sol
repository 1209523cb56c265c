// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IMintable, PlainToken} from "../support/TestTokens.sol";
import {CoreTest} from "./CoreTest.sol";

/// @notice A market with sixteen assets of 6, 8 and 18 decimals at a hundred dollars each, lent in every reserve.
abstract contract WideTest is CoreTest {
    uint16 internal constant WIDE = 9;
    uint256 internal constant PRICE = 100e18;
    IMintable[16] internal tokens;

    function setUp() public virtual override {
        super.setUp();
        _createMarket(WIDE);
        for (uint8 i; i < 16; ++i) {
            tokens[i] = new PlainToken("T", _decimals(i));
            _list(WIDE, i, tokens[i], PRICE);
            _supply(lender, WIDE, i, _units(i, 1e6));
        }
    }

    /// @notice `whole` tokens of an asset.
    function _units(uint256 asset, uint256 whole) internal pure returns (uint256) {
        return whole * 10 ** _decimals(asset);
    }

    function _decimals(uint256 asset) internal pure returns (uint8) {
        return asset % 3 == 0 ? 6 : asset % 3 == 1 ? 8 : 18;
    }
}
