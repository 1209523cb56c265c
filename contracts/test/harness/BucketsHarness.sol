// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {LiquidationBuckets} from "../../src/libraries/LiquidationBuckets.sol";

/// @notice One pair of prices, an account in them, and a bucket to read back.
struct BucketInput {
    uint256 collateralPrice;
    uint256 debtPrice;
    uint256 buffer;
    uint256 debt;
    uint8 bucket;
}

struct BucketOutput {
    uint256 filed;
    int256 index;
    int256 nearest;
    uint256 lower;
    uint256 upper;
}

/// @title Buckets of the liquidation map, for comparison with other implementations.
contract BucketsHarness {
    function run(BucketInput[] calldata inputs) external pure returns (BucketOutput[] memory outputs) {
        outputs = new BucketOutput[](inputs.length);
        for (uint256 i; i < inputs.length; ++i) {
            BucketInput calldata x = inputs[i];
            BucketOutput memory o = outputs[i];
            o.filed = LiquidationBuckets.bucketOf(x.collateralPrice, x.debtPrice, x.buffer, x.debt);
            o.index = LiquidationBuckets.indexOf(x.collateralPrice, x.debtPrice);
            o.nearest = LiquidationBuckets.nearest(x.bucket, o.index);
            (o.lower, o.upper) = LiquidationBuckets.boundsOf(x.bucket, o.index, x.debtPrice);
        }
    }
}
