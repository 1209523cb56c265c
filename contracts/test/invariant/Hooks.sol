// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Health, ReserveState} from "../../src/interfaces/IMarginEngine.sol";
import {InvariantsSpec as Spec} from "./InvariantsSpec.sol";
import {ReserveKey, World} from "./World.sol";

/// @notice What an action may do. Decides the checks after it.
enum Effect {
    Lend, // moves cash and shares
    AddRisk, // withdraws or borrows
    LowerRisk, // deposits or repays
    Deleverage,
    Liquidate,
    Nothing, // reverts, donates, or only reads
    Time,
    Prices,
    Parameters
}

struct AccountState {
    uint16 market;
    uint256[16] collateral;
    uint256[16] debt;
    bool priced;
    Health maintenance;
}

struct Snapshot {
    AccountState[] accounts;
    ReserveState[] reserves;
    uint256[3] surplus;
}

/// @notice Before and after every call of a handler: what it may change, and what not.
abstract contract Hooks is World {
    mapping(string action => uint256) internal calls;
    mapping(string action => uint256) internal successes;
    string[] internal actions;

    function _take() internal view returns (Snapshot memory s) {
        s.accounts = new AccountState[](accounts.length);
        for (uint256 i; i < accounts.length; ++i) {
            AccountState memory a = s.accounts[i];
            (a.market, a.collateral, a.debt) = engine.position(accounts[i]);
            a.priced = _isPriced(accounts[i]);
            if (a.priced) a.maintenance = engine.health(accounts[i]);
        }
        s.reserves = new ReserveState[](reserves.length);
        for (uint256 i; i < reserves.length; ++i) {
            s.reserves[i] = _reserve(reserves[i]);
        }
        _takeSurplus(s);
    }

    /// @dev Balance less what the books say: 0 but for donations.
    function _takeSurplus(Snapshot memory s) private view {
        for (uint256 t; t < ASSETS; ++t) {
            uint256 owned;
            for (uint256 i; i < s.reserves.length; ++i) {
                if (s.reserves[i].token == address(tokens[t])) owned += s.reserves[i].cash;
            }
            for (uint256 i; i < s.accounts.length; ++i) {
                AccountState memory a = s.accounts[i];
                for (uint8 asset; asset < ASSETS; ++asset) {
                    if (a.collateral[asset] != 0 && _tokenIndex(a.market, asset) == t) owned += a.collateral[asset];
                }
            }
            s.surplus[t] = tokens[t].balanceOf(address(engine)) - owned;
        }
    }

    /* CALLS AND SUCCESSES */

    function _called(string memory action) internal {
        if (calls[action]++ == 0) actions.push(action);
    }

    /// @notice Ends a call that succeeded.
    /// @param account The account acted on; 0 if the action is on none, or on several.
    function _check(string memory action, Effect effect, bytes32 account, Snapshot memory before) internal {
        ++successes[action];
        Snapshot memory current = _take();
        _checkReserves(before, current, effect);
        for (uint256 i; i < accounts.length; ++i) {
            bool own = accounts[i] == account;
            if (own) _checkOwn(before.accounts[i], current.accounts[i], effect, account);
            else if (effect != Effect.Liquidate) _checkOther(before.accounts[i], current.accounts[i], effect);
            if (effect < Effect.Time) _checkStaysHealthy(before.accounts[i], current.accounts[i]);
        }
        for (uint256 t; t < ASSETS; ++t) {
            assertEq(current.surplus[t], donated[tokens[t]], Spec.A1);
            assertEq(tokens[t].balanceOf(address(router)), 0, Spec.C7);
        }
    }

    /* RESERVES */

    function _checkReserves(Snapshot memory before, Snapshot memory current, Effect effect) private pure {
        for (uint256 i; i < before.reserves.length; ++i) {
            ReserveState memory a = before.reserves[i];
            ReserveState memory b = current.reserves[i];
            assertGe(b.index, a.index, Spec.C4);
            if (effect == Effect.Time) _checkInterest(a, b);
            if (effect != Effect.Liquidate) {
                uint256 priceBefore = (a.totalAssets + 1) * (b.supplyShares + 1e6);
                assertGe((b.totalAssets + 1) * (a.supplyShares + 1e6), priceBefore, Spec.C5);
            }
            if (effect >= Effect.Nothing && effect != Effect.Time && effect != Effect.Parameters) {
                assertEq(abi.encode(a.cash, a.debt, a.fees), abi.encode(b.cash, b.debt, b.fees), Spec.C3);
            }
        }
    }

    function _checkInterest(ReserveState memory a, ReserveState memory b) private pure {
        assertEq(a.cash, b.cash, Spec.C6);
        uint256 interest = b.debt - a.debt;
        uint256 fees = b.fees - a.fees;
        assertLe(fees, interest * a.parameters.feeShare / 256 + 1, Spec.C6);
        assertApproxEqAbs(b.totalAssets - a.totalAssets, interest - (fees > interest ? interest : fees), 1, Spec.C6);
    }

    /// @notice Reserves of other markets, and of other assets of this market, are as they were.
    function _checkOnly(Snapshot memory before, uint16 market, uint8 asset) internal view {
        for (uint256 i; i < reserves.length; ++i) {
            ReserveKey memory key = reserves[i];
            if (key.market == market && key.asset == asset) continue;
            ReserveState memory b = _reserve(key);
            assertEq(keccak256(abi.encode(before.reserves[i])), keccak256(abi.encode(b)), Spec.C3);
        }
    }

    /* ACCOUNTS */

    function _checkOther(AccountState memory a, AccountState memory b, Effect effect) private pure {
        for (uint256 i; i < ASSETS; ++i) {
            assertEq(a.collateral[i], b.collateral[i], Spec.C1);
            if (effect == Effect.Time) assertGe(b.debt[i], a.debt[i], Spec.C1);
            else assertEq(a.debt[i], b.debt[i], Spec.C1);
        }
        if (effect >= Effect.Time) return;
        assertEq(keccak256(abi.encode(a.maintenance)), keccak256(abi.encode(b.maintenance)), Spec.C2);
    }

    function _checkOwn(AccountState memory a, AccountState memory b, Effect effect, bytes32 account) private view {
        if (effect == Effect.Lend || effect == Effect.Nothing) _checkOther(a, b, effect);
        if (effect == Effect.AddRisk) _checkInitialMargin(account);
        if (effect == Effect.Deleverage) {
            for (uint256 i; i < ASSETS; ++i) {
                assertLe(b.collateral[i], a.collateral[i], Spec.H2);
                assertLe(b.debt[i], a.debt[i], Spec.H2);
            }
            _checkHealthNotLower(a.maintenance, b.maintenance, 0, Spec.H2);
        }
        if (effect == Effect.LowerRisk && a.priced && b.priced) {
            _checkHealthNotLower(a.maintenance, b.maintenance, 1e13, Spec.H3);
        }
    }

    function _checkInitialMargin(bytes32 account) internal view {
        if (!_hasDebt(account)) return;
        Health memory h = engine.initialHealth(account);
        assertGe(h.collateral, h.debt + h.margin, Spec.H1);
    }

    /// @param tolerance USD wad, for one unit of the token whose amount was rounded.
    function _checkHealthNotLower(Health memory a, Health memory b, uint256 tolerance, string memory id) internal pure {
        if (b.debt == 0) return;
        int256 bufferBefore = int256(a.collateral) - int256(a.margin);
        int256 bufferAfter = int256(b.collateral) - int256(b.margin) + int256(tolerance);
        assertGe(bufferAfter * int256(a.debt), bufferBefore * int256(b.debt), id);
    }

    function _checkStaysHealthy(AccountState memory a, AccountState memory b) private pure {
        if (!a.priced || !b.priced || _unhealthy(a.maintenance)) return;
        assertFalse(_unhealthy(b.maintenance), Spec.H4);
    }
}
