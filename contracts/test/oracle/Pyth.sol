// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {MockPyth} from "@pythnetwork/pyth-sdk-solidity/MockPyth.sol";

/// @notice Pyth's own test contract, with prices published as its publishers do.
library Pyth {
    bytes32 internal constant WETH_ID = keccak256("Crypto.ETH/USD");

    function deploy() internal returns (MockPyth) {
        return new MockPyth(60, 0);
    }

    function publish(MockPyth pyth, bytes32 id, int64 price, uint64 confidence, int32 exponent, uint256 time) internal {
        bytes[] memory updates = new bytes[](1);
        updates[0] = pyth.createPriceFeedUpdateData(
            id, price, confidence, exponent, price, confidence, uint64(time), uint64(time - 1)
        );
        pyth.updatePriceFeeds(updates);
    }
}
