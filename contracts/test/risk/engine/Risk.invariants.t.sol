// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Test} from "forge-std/Test.sol";

import {RiskHandler} from "./RiskHandler.sol";

/// @notice 122, 123: whatever forecasts do and whoever refreshes, nobody at health 1.05 is liquidatable within the block,
/// and nothing leaves its rails. The checks stand in the handler, after every refresh.
contract RiskInvariants is Test {
    RiskHandler internal handler;

    function setUp() public {
        handler = new RiskHandler();
        handler.setUp();
        targetContract(address(handler));
        targetSelector(FuzzSelector(address(handler), handler.selectors()));
    }

    /// forge-config: default.invariant.runs = 6
    /// forge-config: default.invariant.depth = 60
    function invariant_NobodyFallsInOneBlock() public view {
        assertLe(handler.largestFall(), 0.05e18, "123: by less than a twentieth");
    }

    /// @notice On a fixed course the handler does meet sharp positions, and parameters that do hurt them.
    function test_TheCampaignIsSharp() public {
        bytes4[] memory selectors = handler.selectors();
        uint256 x = 1;
        for (uint256 round; round < 12; ++round) {
            for (uint256 i; i < selectors.length; ++i) {
                bytes memory data = abi.encodePacked(selectors[i]);
                for (uint256 j; j < 5; ++j) {
                    x = uint256(keccak256(abi.encode(x)));
                    data = abi.encodePacked(data, _argument(selectors[i], j, x));
                }
                (bool success, bytes memory reason) = address(handler).call(data);
                if (!success) {
                    assembly ("memory-safe") {
                        revert(add(reason, 32), mload(reason))
                    }
                }
            }
        }
        emit log_named_decimal_uint("largest fall of health in a block", handler.largestFall(), 18);
        emit log_named_uint("checks of an account at health 1.05 to 1.10", handler.sharpChecks());
        assertGt(handler.largestFall(), 0.002e18, "parameters hurt");
        assertGt(handler.sharpChecks(), 100, "accounts are near the edge");
    }

    /// @dev Words that decode: each no wider than the narrowest integer at that place, a boolean where one is.
    function _argument(bytes4 selector, uint256 place, uint256 x) private view returns (uint256) {
        if (selector == handler.moveDepth.selector) return place == 0 ? x % 256 : place == 1 ? x % 2 ** 63 : x % 2;
        if (selector == handler.moveVolatility.selector) return place == 0 ? x % 256 : x % 2 ** 63;
        if (selector == handler.moveCorrelation.selector) return place == 0 ? x % 256 : x % 2;
        if (selector == handler.skipTime.selector) return place == 0 ? x % 65_536 : x % 2;
        return x % 256;
    }
}
