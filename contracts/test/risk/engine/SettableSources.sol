// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice Forecasts by hand.
contract SettableVolatility {
    mapping(address token => uint256) public volatility;
    mapping(address token => uint256) public lastPoke;
    mapping(address token => uint256) public clips;
    mapping(address a => mapping(address b => uint8)) public correlation;
    mapping(address a => mapping(address b => bool)) public correlationsPart;

    function setVolatility(address token, uint256 value) external {
        volatility[token] = value;
    }

    function poke(address token, uint256 clips_) external {
        (lastPoke[token], clips[token]) = (block.timestamp, clips_);
    }

    function setCorrelation(address a, address b, uint8 value, bool part) external {
        correlation[a][b] = correlation[b][a] = value;
        correlationsPart[a][b] = correlationsPart[b][a] = part;
    }
}

/// @notice Depths by hand.
contract SettableDepth {
    mapping(address token => uint256) public depth;
    mapping(address token => uint256) public slowDepth;

    function set(address token, uint256 depth_, uint256 slow) external {
        (depth[token], slowDepth[token]) = (depth_, slow);
    }
}
