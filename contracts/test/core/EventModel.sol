// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

import {
    IMarginEngineEvents,
    MarketParameters,
    ReserveParameters,
    RiskParameters
} from "../../src/interfaces/IMarginEngine.sol";

/// @notice The state of an engine, from its logs and nothing else: what an indexer would hold.
contract EventModel {
    address internal immutable ENGINE;

    struct Words {
        uint256 debt;
        uint256 cash;
        uint256 supply;
    }

    mapping(bytes32 account => uint16) public marketOf;
    mapping(bytes32 account => mapping(uint256 asset => uint256)) public collateral;
    mapping(bytes32 account => mapping(uint256 asset => uint256)) public scaled;
    mapping(bytes32 account => mapping(uint256 reserve => uint256)) public shares;
    mapping(uint256 reserve => Words) public words;
    mapping(uint256 reserve => address) public token;
    mapping(uint256 reserve => RiskParameters) internal _risk;
    mapping(uint256 reserve => ReserveParameters) internal _reserve;
    mapping(uint256 reserve => mapping(uint256 asset => uint256)) public correlation;
    mapping(uint16 market => MarketParameters) internal _market;
    mapping(uint16 market => uint256) public assets;
    mapping(uint16 market => bool) public closed;
    mapping(address owner => mapping(address operator => bool)) public operators;
    /// @dev How often each kind of event was seen.
    mapping(bytes32 topic => uint256) public seen;

    constructor(address engine) {
        ENGINE = engine;
    }

    function risk(uint256 id) external view returns (RiskParameters memory) {
        return _risk[id];
    }

    function reserve(uint256 id) external view returns (ReserveParameters memory) {
        return _reserve[id];
    }

    function market(uint16 id) external view returns (MarketParameters memory) {
        return _market[id];
    }

    function consume(Vm.Log[] calldata logs) external {
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].emitter == ENGINE) _consume(logs[i]);
        }
    }

    function _consume(Vm.Log calldata log) private {
        bytes32 topic = log.topics[0];
        ++seen[topic];
        if (topic == IMarginEngineEvents.Adjust.selector) _adjust(log);
        else if (topic == IMarginEngineEvents.MoveCollateral.selector) _moveCollateral(log);
        else if (topic == IMarginEngineEvents.Liquidate.selector) _liquidate(log);
        else if (topic == IMarginEngineEvents.WriteOff.selector) _writeOff(log);
        else if (topic == IMarginEngineEvents.Lend.selector) _lend(log);
        else if (topic == IMarginEngineEvents.Accrue.selector) _accrue(log);
        else if (topic == IMarginEngineEvents.SetOperator.selector) _setOperator(log);
        else if (topic == IMarginEngineEvents.ListAsset.selector) _listAsset(log);
        else if (topic == IMarginEngineEvents.SetMarketParameters.selector) _setMarket(log);
        else if (topic == IMarginEngineEvents.SetReserveParameters.selector) _setReserve(log);
        else if (topic == IMarginEngineEvents.SetRatePremium.selector) _setRatePremium(log);
        else if (topic == IMarginEngineEvents.SetDebtCap.selector) _setDebtCap(log);
        else if (topic == IMarginEngineEvents.SetOpeningsClosed.selector) _setOpeningsClosed(log);
        else if (topic == IMarginEngineEvents.SetRiskParameters.selector) _setRisk(log);
        else if (topic == IMarginEngineEvents.CollectFees.selector) _collectFees(log);
    }

    /* ACCOUNTS */

    function _pair(uint256 packed) private pure returns (uint16 m, uint256 c, uint256 d) {
        return (uint16(packed >> 8), (packed >> 4) & 15, packed & 15);
    }

    function _adjust(Vm.Log calldata log) private {
        (uint256 packed,,, uint256 position, uint256 debtWord, uint256 cashWord) =
            abi.decode(log.data, (uint256, int256, int256, uint256, uint256, uint256));
        _position(log.topics[1], packed, position, debtWord, cashWord);
    }

    function _liquidate(Vm.Log calldata log) private {
        (uint256 packed,,,, uint256 position, uint256 debtWord, uint256 cashWord) =
            abi.decode(log.data, (uint256, uint256, uint256, uint256, uint256, uint256, uint256));
        _position(log.topics[1], packed, position, debtWord, cashWord);
    }

    function _position(bytes32 account, uint256 packed, uint256 position, uint256 debtWord, uint256 cashWord) private {
        (uint16 m, uint256 c, uint256 d) = _pair(packed);
        marketOf[account] = m;
        collateral[account][c] = position >> 128;
        scaled[account][d] = uint128(position);
        (words[uint256(m) << 4 | d].debt, words[uint256(m) << 4 | d].cash) = (debtWord, cashWord);
    }

    function _moveCollateral(Vm.Log calldata log) private {
        (uint256 packed,, uint256 amount) = abi.decode(log.data, (uint256, int256, uint256));
        (uint16 m, uint256 c,) = _pair(packed);
        marketOf[log.topics[1]] = m;
        collateral[log.topics[1]][c] = amount;
    }

    function _writeOff(Vm.Log calldata log) private {
        (uint256 id,,, uint256 debtWord, uint256 cashWord) =
            abi.decode(log.data, (uint256, uint256, uint256, uint256, uint256));
        scaled[log.topics[1]][id & 15] = 0;
        (words[id].debt, words[id].cash) = (debtWord, cashWord);
    }

    /* LENDERS AND RESERVES */

    function _lend(Vm.Log calldata log) private {
        (uint256 id, int256 moved, uint256 amount, uint256 debtWord, uint256 cashWord, uint256 supplyWord) =
            abi.decode(log.data, (uint256, int256, uint256, uint256, uint256, uint256));
        if (moved > 0) shares[log.topics[1]][id] += amount;
        else shares[log.topics[1]][id] -= amount;
        words[id] = Words(debtWord, cashWord, supplyWord);
    }

    function _accrue(Vm.Log calldata log) private {
        uint256 id = uint256(log.topics[1]);
        (words[id].debt, words[id].cash) = abi.decode(log.data, (uint256, uint256));
    }

    function _collectFees(Vm.Log calldata log) private {
        uint256 id = _id(log);
        (,, words[id].debt, words[id].cash) = abi.decode(log.data, (address, uint256, uint256, uint256));
    }

    /* PARAMETERS */

    function _id(Vm.Log calldata log) private pure returns (uint256) {
        return uint256(log.topics[1]) << 4 | uint256(log.topics[2]);
    }

    function _setOperator(Vm.Log calldata log) private {
        operators[address(uint160(uint256(log.topics[1])))][address(uint160(uint256(log.topics[2])))] =
            abi.decode(log.data, (bool));
    }

    function _listAsset(Vm.Log calldata log) private {
        token[_id(log)] = address(uint160(uint256(log.topics[3])));
        ++assets[uint16(uint256(log.topics[1]))];
    }

    function _setMarket(Vm.Log calldata log) private {
        _market[uint16(uint256(log.topics[1]))] = abi.decode(log.data, (MarketParameters));
    }

    function _setReserve(Vm.Log calldata log) private {
        uint256 id = _id(log);
        (_reserve[id], words[id].debt, words[id].cash) = abi.decode(log.data, (ReserveParameters, uint256, uint256));
        words[id].supply = uint144(words[id].supply) | (_cap(_reserve[id].supplyCap) << 144);
    }

    function _setRatePremium(Vm.Log calldata log) private {
        uint256 id = _id(log);
        (_reserve[id].ratePremium, words[id].debt, words[id].cash) = abi.decode(log.data, (uint16, uint256, uint256));
    }

    function _setDebtCap(Vm.Log calldata log) private {
        uint256 id = _id(log);
        (_reserve[id].debtCap, words[id].cash) = abi.decode(log.data, (uint128, uint256));
    }

    function _setOpeningsClosed(Vm.Log calldata log) private {
        closed[uint16(uint256(log.topics[1]))] = abi.decode(log.data, (bool));
    }

    function _setRisk(Vm.Log calldata log) private {
        uint256 id = _id(log);
        _risk[id] = abi.decode(log.data, (RiskParameters));
        uint256 asset = id & 15;
        for (uint256 i; i < assets[uint16(id >> 4)]; ++i) {
            uint256 rho = uint8(_risk[id].correlations >> (8 * i));
            correlation[id][i] = rho;
            correlation[(id >> 4) << 4 | i][asset] = rho;
        }
    }

    /// @dev Eight significant bits, rounded down, over an exponent in the high byte.
    function _cap(uint256 amount) private pure returns (uint256) {
        uint256 bits;
        while (amount >> bits != 0) ++bits;
        uint256 exponent = bits > 8 ? bits - 8 : 0;
        return exponent << 8 | amount >> exponent;
    }
}
