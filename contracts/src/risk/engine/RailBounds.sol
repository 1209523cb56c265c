// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IRiskEngine, RiskRails} from "../../interfaces/IRiskEngine.sol";

/// @title Hard bounds of the rails: what governance itself cannot do
/// @notice With `v ≤ 40 %` and `π, κ ≤ 10 %` each leg asks for at most 60 % of its value, so that an account at health
/// 1.05 holds at most (1.05 + 0.6) / (1 − 0.6) = 4.125 times its debt, and the steps of one block (see `Glide`) lower its
/// health by at most 1/300 · (5.125 + 4.125) < 0.031; with the step of every penalty, 0.0025 · 5.125, by less than 0.05.
library RailBounds {
    uint256 internal constant MIN_HORIZON = 1 minutes;
    uint256 internal constant MAX_HORIZON = 1 days;
    uint256 internal constant MIN_MULTIPLE = 3e18; // fewer standard deviations than that happen every week
    uint256 internal constant MAX_MULTIPLE = 15e18;
    uint256 internal constant MIN_MARGIN = 50; // that of the engine
    uint256 internal constant MAX_MARGIN = 4_000;
    uint256 internal constant MIN_PENALTY = 10;
    uint256 internal constant MAX_PENALTY = 1_000;
    uint256 internal constant MAX_LATENCY = 1 days;
    uint256 internal constant MAX_CORRELATION = 153; // 0.6
    uint256 internal constant MAX_DEBT_DEPTHS = 1_000;
    uint256 internal constant MIN_DEPTH = 1_000; // USD
    uint256 internal constant MAX_DEPTH = 1e12;
    uint256 internal constant MAX_AMOUNT = type(uint112).max;
    uint256 internal constant MAX_PENALTY_STEP = 25; // a quarter of a point
    uint256 internal constant PENALTY_INTERVAL = 1 days;

    function check(RiskRails calldata r) internal pure {
        within("multiple", r.multiple, MIN_MULTIPLE, MAX_MULTIPLE);
        within("marginFloor", r.marginFloor, MIN_MARGIN, MAX_MARGIN);
        within("marginCap", r.marginCap, r.marginFloor, MAX_MARGIN);
        within("penalty", r.penalty, MIN_PENALTY, MAX_PENALTY);
        within("latency", r.latency, 0, MAX_LATENCY);
        within("correlationCap", r.correlationCap, 0, MAX_CORRELATION);
        within("debtDepths", r.debtDepths, 1, MAX_DEBT_DEPTHS);
        within("depthFloor", r.depthFloor, MIN_DEPTH, MAX_DEPTH);
        within("depthCap", r.depthCap, r.depthFloor, MAX_DEPTH);
        within("debtCap", r.debtCap, 0, MAX_AMOUNT);
    }

    function within(bytes32 name, uint256 actual, uint256 least, uint256 most) internal pure {
        require(actual >= least, IRiskEngine.RailOutOfBounds(name, actual, least));
        require(actual <= most, IRiskEngine.RailOutOfBounds(name, actual, most));
    }
}
