// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @notice What must hold, by id. The sentences are the messages of the assertions; docs/invariants.md lists the same.
library InvariantsSpec {
    /* A: ACCOUNTING, in every state */

    string internal constant A1 = "A1: the balance of the engine is collateral plus cash plus what was given to it";
    string internal constant A2 = "A2: scaled debts of all accounts sum to the scaled debt of their reserve";
    string internal constant A3 = "A3: shares of all lenders sum to the shares of their reserve";
    string internal constant A4 = "A4: debts, each rounded up, cover the total and exceed it by less than a unit each";
    string internal constant A5 = "A5: rates are bounded, and no reserve is owed anything that no account owes";
    string internal constant A6 = "A6: what lenders own and the fees are at most cash and debt";

    /* B: SHAPE OF ACCOUNTS, in every state */

    string internal constant B1 = "B1: the account word is 0 if and only if the account holds and owes nothing";
    string internal constant B2 = "B2: the masks say exactly which amounts are not 0";
    string internal constant B3 = "B3: an asset is never held and owed by one account";
    string internal constant B4 = "B4: an account without collateral has no debt";
    string internal constant B5 =
        "B5: without debt all collateral can leave, even when every price is down and all is paused";

    /* C: WHAT AN ACTION MAY CHANGE, after every call */

    string internal constant C1 = "C1: an action leaves amounts of other accounts as they are";
    string internal constant C2 = "C2: an action leaves the health of other accounts as it is";
    string internal constant C3 = "C3: an action leaves reserves that it does not name as they are";
    string internal constant C4 = "C4: a debt index never falls";
    string internal constant C5 = "C5: the price of a supply share never falls, except by a write-off";
    string internal constant C6 = "C6: of the interest, the fee share goes to the protocol, and the rest to lenders";
    string internal constant C7 = "C7: the engine is idle and the router is empty when an action is over";
    string internal constant C8 = "C8: caps hold when debt or supply was added";

    /* H: HEALTH, after every call */

    string internal constant H1 = "H1: who added risk meets the initial margin";
    string internal constant H2 = "H2: deleveraging does not lower health, adds no collateral and no debt";
    string internal constant H3 = "H3: a deposit and a repayment do not lower health";
    string internal constant H4 = "H4: only prices, time and parameters make a healthy account unhealthy";
    string internal constant H5 = "H5: a new volatility margin leaves the maintenance margin of this moment as it is";

    /* L: LIQUIDATION */

    string internal constant L1 = "L1: only an unhealthy account is touched";
    string internal constant L2 = "L2: no more is taken than the target health needs, unless the rest were dust";
    string internal constant L3 = "L3: while the account is solvent, its health rises";
    string internal constant L4 = "L4: the value seized is at most the value repaid with the penalty";
    string internal constant L5 = "L5: the bonus of a solvent account is paid by its own equity";
    string internal constant L6 = "L6: an unhealthy account with prices can be liquidated";
    string internal constant L7 =
        "L7: a write-off takes fees first, then lenders of that reserve, and no more than the debt";
    string internal constant L8 = "L8: netting does what its quote says, or reverts with the reason the quote gives";
    string internal constant L9 =
        "L9: netting moves no token, pays in full with what it takes, and leaves the counterparty no worse";
    string internal constant L10 = "L10: a mark leaves a clock on exactly the unhealthy accounts";

    string internal constant L11 =
        "L11: a slice is what its quote says, of a healthy account, and does not lower its health";
    string internal constant L12 =
        "L12: a slice takes a tenth of the debt at most, at a bonus of a hundredth at most, and leaves the minimum";

    /* M: LIQUIDATION MAP, in every state */

    string internal constant M1 = "M1: every bucket is the sum of the primary debts of the accounts filed in it";
    string internal constant M2 = "M2: debt that the map does not show is in the sum of its reserve";
    string internal constant M3 = "M3: a touch files an account where its liquidation price is";
    string internal constant M4 = "M4: in a market whose openings are closed nobody adds risk";

    /* V: BACKSTOP VAULT, V1 to V3 and V7 in every state, the others between two */

    string internal constant V1 = "V1: what a vault booked is there, and nothing but gifts is there besides";
    string internal constant V2 = "V2: the marks are cash, inventory and account at the bounds of the prices";
    string internal constant V3 = "V3: all shares together redeem for at most the low mark";
    string internal constant V4 = "V4: what one holder does takes nothing from a share of another";
    string internal constant V5 =
        "V5: what is taken over is worth what it costs, and the caller gets half the bonus at most";
    string internal constant V6 = "V6: a trade costs at most its bound, and trades of five minutes fit into depth";
    string internal constant V7 =
        "V7: nobody leaves before the cooldown, after the window, or with more than was asked for";
    string internal constant V8 = "V8: in a nervous market at most a twentieth leaves in a day";
    string internal constant V9 = "V9: caps of an asset and of an owner hold";
    string internal constant V10 = "V10: a loss takes at most its share of the cash, and only that";

    /* N: NO VACUITY */

    string internal constant N1 = "N1: on a fixed course every action of the campaigns succeeds";
}
