// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Vm} from "forge-std/Vm.sol";

import {
    IMarginEngineEvents,
    MarketParameters,
    ReserveParameters,
    RiskParameters
} from "../../src/interfaces/IMarginEngine.sol";
import {NettingResult} from "../../src/interfaces/IMarginEngineLiquidation.sol";

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
    mapping(bytes32 account => mapping(uint256 asset => uint256)) public nettingWindow;
    mapping(uint256 reserve => address) public token;
    mapping(uint256 reserve => RiskParameters) internal _risk;
    mapping(uint256 reserve => ReserveParameters) internal _reserve;
    mapping(uint256 reserve => mapping(uint256 asset => uint256)) public correlation;
    mapping(uint16 market => MarketParameters) internal _market;
    mapping(uint16 market => uint256) public assets;
    mapping(uint16 market => bool) public closed;
    /// @dev Cap as written, gates of the market with the last one.
    mapping(uint256 reserve => uint256) public positionCap;
    mapping(uint16 market => bool[2]) public halted;
    mapping(address owner => mapping(address operator => bool)) public operators;
    mapping(bytes32 account => uint256 word) public auctions;
    mapping(uint256 reserve => uint256 word) public throttles;
    mapping(uint16 market => address) public backstops;
    mapping(uint256 reserve => uint256) public lost;
    mapping(uint256 reserve => uint256) public lostByBackstop;
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
        else if (topic == IMarginEngineEvents.Net.selector) _net(log);
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
        else if (topic == IMarginEngineEvents.SetOpeningLimits.selector) _setOpeningLimits(log);
        else if (topic == IMarginEngineEvents.SetRiskParameters.selector) _setRisk(log);
        else if (topic == IMarginEngineEvents.CollectFees.selector) _collectFees(log);
        else if (topic == IMarginEngineEvents.DistributeFees.selector) _collectFees(log);
        else if (topic == IMarginEngineEvents.Mark.selector) _mark(log);
        else if (topic == IMarginEngineEvents.Slice.selector) _slice(log);
        else if (topic == IMarginEngineEvents.SetSoftZone.selector) _flag(log, 81);
        else if (topic == IMarginEngineEvents.SetNettable.selector) _flag(log, 82);
        else if (topic == IMarginEngineEvents.Draw.selector) _draw(log);
        else if (topic == IMarginEngineEvents.Assume.selector) _assume(log);
        else if (topic == IMarginEngineEvents.SetBackstop.selector) _setBackstop(log);
        else if (topic == IMarginEngineEvents.LossCovered.selector) _lossCovered(log);
        else if (topic == IMarginEngineEvents.Recover.selector) _recover(log);
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
        (uint256 packed,,,,, uint256 position, uint256 debtWord, uint256 cashWord) =
            abi.decode(log.data, (uint256, uint256, uint256, uint256, uint256, uint256, uint256, uint256));
        _position(log.topics[1], packed, position, debtWord, cashWord);
    }

    function _net(Vm.Log calldata log) private {
        NettingResult memory n = abi.decode(log.data, (NettingResult));
        (uint16 m, uint256 c, uint256 d) = _pair(n.assets);
        _position(log.topics[1], n.assets, n.position, n.debtWord, n.cashWord);
        uint256 opposite = uint256(m) << 8 | d << 4 | c;
        _position(log.topics[2], opposite, n.counterPosition, n.counterDebtWord, n.counterCashWord);
        if (n.window != 0) nettingWindow[log.topics[2]][c] = n.window;
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

    /* LIQUIDATION */

    function _mark(Vm.Log calldata log) private {
        (uint256 start, bool stopped) = abi.decode(log.data, (uint256, bool));
        uint256 kept = auctions[log.topics[1]] & ~(uint256(type(uint40).max) | 1 << 80);
        auctions[log.topics[1]] = kept | start | (stopped ? 1 << 80 : 0);
    }

    function _slice(Vm.Log calldata log) private {
        uint256 kept = auctions[log.topics[1]] & ~(uint256(type(uint40).max) << 40);
        auctions[log.topics[1]] = kept | abi.decode(log.data, (uint256)) << 40;
    }

    function _flag(Vm.Log calldata log, uint256 bit) private {
        uint256 kept = auctions[log.topics[1]] & ~(1 << bit);
        auctions[log.topics[1]] = kept | (abi.decode(log.data, (bool)) ? 1 << bit : 0);
    }

    function _draw(Vm.Log calldata log) private {
        throttles[uint256(log.topics[1])] = abi.decode(log.data, (uint256));
    }

    function _assume(Vm.Log calldata log) private {
        (uint256 packed,,,, uint256[2] memory positions, uint256 debtWord, uint256 cashWord) =
            abi.decode(log.data, (uint256, uint256, uint256, uint256, uint256[2], uint256, uint256));
        _position(log.topics[1], packed, positions[0], debtWord, cashWord);
        _position(log.topics[2], packed, positions[1], debtWord, cashWord);
    }

    function _setBackstop(Vm.Log calldata log) private {
        backstops[uint16(uint256(log.topics[1]))] = address(uint160(uint256(log.topics[2])));
    }

    /// @dev The first loss of suppliers leaves a flag in their word.
    function _lossCovered(Vm.Log calldata log) private {
        uint256 id = uint256(log.topics[2]);
        (uint256 step, uint256 amount) = abi.decode(log.data, (uint256, uint256));
        if (step == 2) lostByBackstop[id] += amount;
        if (step != 3) return;
        lost[id] += amount;
        words[id].supply |= 1 << 160;
    }

    function _recover(Vm.Log calldata log) private {
        (uint256 toSuppliers, uint256 toBackstop) = abi.decode(log.data, (uint256, uint256));
        lost[uint256(log.topics[1])] -= toSuppliers;
        lostByBackstop[uint256(log.topics[1])] -= toBackstop;
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
        words[id].supply = (words[id].supply & ~(uint256(0xffff) << 144)) | (_cap(_reserve[id].supplyCap) << 144);
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

    function _setOpeningLimits(Vm.Log calldata log) private {
        bool[2] storage gates = halted[uint16(uint256(log.topics[1]))];
        (positionCap[_id(log)], gates[0], gates[1]) = abi.decode(log.data, (uint256, bool, bool));
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
