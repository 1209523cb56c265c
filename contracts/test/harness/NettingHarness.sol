// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Netting, NettingInputs, NettingMath} from "../../src/libraries/NettingMath.sol";

/// @notice One netting, and what the scalar functions are asked beside it.
struct NettingCase {
    NettingInputs inputs;
    uint256 priceWord;
    uint256 sinceDue;
    uint256 bonus;
    uint256 collateral;
    uint256 debt;
}

struct NettingAnswer {
    Netting amounts;
    uint256 mid;
    uint256 threshold;
    uint256 rebate;
}

/// @title The mathematics of netting, for comparison with other implementations.
contract NettingHarness {
    function run(NettingCase[] calldata cases) external pure returns (NettingAnswer[] memory answers) {
        answers = new NettingAnswer[](cases.length);
        for (uint256 i; i < cases.length; ++i) {
            NettingCase memory x = cases[i];
            answers[i] = NettingAnswer({
                amounts: NettingMath.size(x.inputs),
                mid: NettingMath.mid(x.priceWord),
                threshold: NettingMath.threshold(x.sinceDue),
                rebate: NettingMath.rebate(x.bonus, x.collateral, x.debt)
            });
        }
    }
}
