// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {PriceReport, PriceStatus} from "../../src/interfaces/IPriceOracle.sol";
import {OracleParameters, PythParameters} from "../../src/oracle/SourceParameters.sol";
import {OracleTest} from "./OracleTest.sol";
import {Pyth} from "./Pyth.sol";
import {MockPyth} from "@pythnetwork/pyth-sdk-solidity/MockPyth.sol";

/// @notice WETH with a price of Pyth beside its feed.
abstract contract PythTest is OracleTest {
    uint24 internal constant MAX_AGE = 60;
    uint16 internal constant MAX_CONFIDENCE = 100; // 1 %
    bytes32 internal constant ID = Pyth.WETH_ID;

    MockPyth internal pyth;

    function setUp() public virtual override {
        super.setUp();
        _publish(3_000e8, 0);
        _setPyth(WETH, ID, WETH_PRICE);
    }

    function _parameters() internal virtual override returns (OracleParameters memory p) {
        p = super._parameters();
        if (address(pyth) == address(0)) pyth = Pyth.deploy();
        p.pyth = address(pyth);
    }

    function _pythParameters(bytes32 id, uint256 price) internal pure returns (PythParameters memory) {
        return PythParameters(id, MAX_AGE, MAX_CONFIDENCE, LIMIT, price / 100, price * 100);
    }

    function _setPyth(uint8 asset, bytes32 id, uint256 price) internal {
        vm.prank(admin);
        oracle.setPyth(MARKET, asset, _pythParameters(id, price));
    }

    /// @dev Prices of Pyth have eight decimals here.
    function _publish(int64 price, uint64 confidence) internal {
        _publishAt(price, confidence, block.timestamp);
    }

    function _publishAt(int64 price, uint64 confidence, uint256 time) internal {
        Pyth.publish(pyth, ID, price, confidence, -8, time);
    }

    function _assertStatus(PriceStatus status, uint256 reasons, string memory what) internal view {
        PriceReport memory r = oracle.report(MARKET, WETH);
        assertEq(uint8(r.status), uint8(status), what);
        assertEq(r.reasons, reasons, what);
    }
}
