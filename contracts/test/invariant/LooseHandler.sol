// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {AccountWord} from "../../src/core/types/AccountWord.sol";
import {Adjustment, IMarginEngine} from "../../src/interfaces/IMarginEngine.sol";
import {takeOf} from "../support/Takes.sol";
import {MapChecks} from "./MapChecks.sol";
import {StateChecks} from "./StateChecks.sol";
import {World} from "./World.sol";

/// @notice Anyone calls anything with anything. A call may fail, but only with a reason: never by a panic, and never
/// without data but where the engine calls somebody who is not there.
contract LooseHandler is StateChecks, MapChecks {
    bytes4 private constant PANIC = 0x4e487b71;

    /// @notice Calls by selector of the engine.
    mapping(bytes4 selector => uint256) public succeeded;
    mapping(bytes4 selector => uint256) public refused;

    function setUp() public override {
        super.setUp();
        address[6] memory rich = [alice, bob, carol, liquidator, lenders[0], lenders[1]];
        for (uint256 i; i < rich.length; ++i) {
            for (uint256 t; t < ASSETS; ++t) {
                tokens[t].mint(rich[i], 1e30);
            }
        }
        for (uint256 i; i < accounts.length; ++i) {
            _enterAny(i);
        }
    }

    function _enterAny(uint256 i) private {
        uint16 market = uint16(i % 3) + 1;
        vm.startPrank(_ownerOf(accounts[i]));
        engine.deposit(accounts[i], market, 1, _worth(_tokenIndex(market, 1), 100_000e18));
        engine.borrow(accounts[i], market, 0, i % 3 == 0 ? 20_000e6 : 50_000e6, _ownerOf(accounts[i]));
        vm.stopPrank();
    }

    /* CALLS */

    function move(uint256 who, uint256 where, uint256 how, uint256 amount) external {
        bytes32 account = _accountOf(who);
        (uint16 market, uint8 asset) = _place(account, where);
        address to = _receiver(how);
        amount = _amount(market, asset, amount);
        bytes memory data;
        if (how % 6 == 0) data = abi.encodeCall(engine.deposit, (account, market, asset, amount));
        else if (how % 6 == 1) data = abi.encodeCall(engine.withdraw, (account, asset, amount, to));
        else if (how % 6 == 2) data = abi.encodeCall(engine.borrow, (account, market, asset, amount, to));
        else if (how % 6 == 3) data = abi.encodeCall(engine.repay, (account, asset, amount));
        else if (how % 6 == 4) data = abi.encodeCall(engine.supply, (account, market, asset, amount));
        else data = abi.encodeCall(engine.redeem, (account, market, asset, amount, to));
        _call(_ownerOf(account), data);
    }

    function adjust(uint256 who, uint256 where, int256 collateralDelta, int256 debtDelta, uint256 how) external {
        Adjustment memory a;
        a.account = _accountOf(who);
        (a.market, a.collateralAsset) = _place(a.account, where);
        a.debtAsset = _otherAsset(where);
        a.collateralDelta = _delta(a.market, a.collateralAsset, collateralDelta);
        a.debtDelta = _delta(a.market, a.debtAsset, debtDelta);
        (a.collateralTo, a.debtTo) = (_receiver(how), _receiver(how / 4));
        if (how % 5 == 0) a.restTo = _receiver(how / 16);
        _call(_ownerOf(a.account), abi.encodeCall(engine.adjust, (a)));
    }

    function lend(uint256 who, uint256 where, uint256 amount, bool out) external {
        (uint16 market, uint8 asset) = _place(accounts[0], where);
        address actor = lenders[who % 2];
        bytes32 account = _account(actor, 0);
        bytes memory data = out
            ? abi.encodeCall(engine.redeem, (account, market, asset, _size(amount), actor))
            : abi.encodeCall(engine.supply, (account, market, asset, _size(amount)));
        _call(actor, data);
    }

    function liquidate(uint256 who, uint256 where, uint256 most, bool many) external {
        bytes32 account = _accountOf(who);
        (uint8 asset, uint8 debtAsset) = _pair(account, where);
        most = most % 2 == 0 ? type(uint256).max : _size(most / 2);
        bytes memory data = many
            ? abi.encodeCall(engine.liquidateMany, (_from(account), takeOf(asset, debtAsset, most, liquidator, "")))
            : abi.encodeCall(engine.liquidate, (account, takeOf(asset, debtAsset, most, liquidator, "")));
        _call(liquidator, data);
    }

    function clearing(uint256 which, uint256 who, uint256 where, uint256 amount) external {
        bytes32 account = _accountOf(who);
        (uint16 market, uint8 asset) = _place(account, where);
        (uint8 c, uint8 d) = _pair(account, where);
        address owner = _ownerOf(account);
        if (which % 6 == 0) _call(stranger, abi.encodeCall(engine.mark, (accounts)));
        else if (which % 6 == 1) _call(owner, abi.encodeCall(engine.setSoftZone, (account, amount % 2 == 0)));
        else if (which % 6 == 2) _call(liquidator, abi.encodeCall(engine.recover, (market, asset, _size(amount))));
        else if (which % 6 == 3) _call(owner, abi.encodeCall(engine.claim, (account, market, asset, owner)));
        else if (which % 6 == 4) _call(stranger, abi.encodeCall(engine.distributeFees, (market, asset)));
        else _call(stranger, abi.encodeCall(engine.absorb, (account, takeOf(c, d, _size(amount), stranger, ""))));
        if (which % 7 == 0) _skip(amount % 1 hours);
    }

    function others(uint256 which, uint256 where, uint256 amount) external {
        (uint16 market, uint8 asset) = _place(accounts[0], where);
        if (which % 3 == 0) _call(stranger, abi.encodeCall(engine.accrue, (market, asset)));
        else if (which % 3 == 1) _call(admin, abi.encodeCall(engine.collectFees, (market, asset, treasury)));
        else if (which % 2 == 0) _call(stranger, abi.encodeCall(engine.touch, (_accountOf(amount))));
        else _call(stranger, abi.encodeCall(engine.sync, (market, asset)));
        if (which % 7 == 0) _skip(amount % 30 days);
    }

    function price(uint256 which, uint256 value, uint256 spread) external {
        uint8 token = uint8(which % 3);
        uint256 home = token == 1 ? WETH_PRICE : WBTC_PRICE;
        // mostly a factor of 0.2 to 2, sometimes from a millionth of a dollar to ten million
        if (token != 0) {
            prices[token] = value % 8 == 0 ? bound(value, 1e12, 1e25) : home * (200 + value % 1_800) / 1_000;
        }
        _publish(token, spread % 2 == 0 ? 0 : spread % 5e17);
    }

    /* ARGUMENTS */

    /// @dev The account's market mostly, one of the others, or one that does not exist.
    function _place(bytes32 account, uint256 seed) private view returns (uint16 market, uint8 asset) {
        market = seed % 4 == 0 ? uint16(seed / 4 % 5) : _marketFor(account, seed);
        asset = seed % 16 == 3 ? uint8(seed >> 8) : uint8(seed / 16 % 3);
    }

    function _otherAsset(uint256 seed) private pure returns (uint8) {
        return uint8(seed % 16 == 5 ? seed >> 16 : (seed / 64) % 3);
    }

    /// @dev All accounts, this one first: its market is the one of the batch.
    function _from(bytes32 first) private view returns (bytes32[] memory list) {
        list = accounts;
        for (uint256 i; i < list.length; ++i) {
            if (list[i] == first) (list[0], list[i]) = (first, list[0]);
        }
    }

    /// @dev Half of the time something the account holds and something it owes.
    function _pair(bytes32 account, uint256 seed) private view returns (uint8 asset, uint8 debtAsset) {
        AccountWord word = _word(account);
        if (seed % 2 == 0 && word.collateralMask() != 0 && word.debtMask() != 0) {
            return (_pick(word.collateralMask(), seed / 2), _pick(word.debtMask(), seed / 2));
        }
        (, asset) = _place(account, seed);
        debtAsset = _otherAsset(seed);
    }

    /// @dev Any order of magnitude, and the ends of the ranges.
    function _size(uint256 seed) private pure returns (uint256) {
        if (seed % 16 == 0) return 0;
        if (seed % 16 == 1) return type(uint256).max;
        if (seed % 16 == 2) return type(uint112).max;
        if (seed % 16 == 3) return uint256(type(uint112).max) + 1;
        if (seed % 16 == 4) return seed;
        return (seed >> 16) % (1 << (seed % 90 + 1));
    }

    function _signedSize(int256 seed) private pure returns (int256) {
        uint256 magnitude = uint256(seed) >> 1;
        if (magnitude % 16 == 0) return 0;
        if (magnitude % 16 == 1) return type(int256).max;
        if (magnitude % 16 == 2) return type(int256).min;
        if (magnitude % 16 == 3) return type(int256).min + 1;
        if (magnitude % 16 == 4) return type(int256).max - 1;
        int256 size = int256((magnitude >> 16) % (1 << (magnitude % 90 + 1)));
        return seed < 0 ? -size : size;
    }

    /// @dev Half of the amounts are of a size that people move; else nobody would ever owe anything.
    function _amount(uint16 market, uint8 asset, uint256 seed) private view returns (uint256) {
        if (seed % 2 == 0 || asset >= ASSETS) return _size(seed >> 1);
        return _worth(_tokenIndex(market, asset), bound(seed >> 1, 10e18, 60_000e18));
    }

    function _delta(uint16 market, uint8 asset, int256 seed) private view returns (int256) {
        uint256 magnitude = uint256(seed) >> 1;
        if (magnitude % 2 == 0 || asset >= ASSETS) return _signedSize(seed);
        int256 size = int256(_amount(market, asset, magnitude));
        return seed < 0 ? -size : size;
    }

    function _receiver(uint256 seed) private view returns (address) {
        if (seed % 16 == 0) return address(0);
        if (seed % 16 == 1) return address(engine);
        return owners[seed % 3];
    }

    function _call(address caller, bytes memory data) private {
        vm.prank(caller);
        (bool success, bytes memory reason) = address(engine).call(data);
        if (success) {
            ++succeeded[bytes4(data)];
            return;
        }
        ++refused[bytes4(data)];
        assertGe(reason.length, 4, "fails without a reason");
        assertTrue(bytes4(reason) != PANIC, string.concat("panics: ", vm.toString(data)));
    }
}
