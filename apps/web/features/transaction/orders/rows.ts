import {
  type AssetState,
  accountOf,
  type Call,
  type DecodedMove,
  type DecodedOrder,
  type DecodedSwap,
  decodeOrder,
  MAX_UINT256,
  type MovePositionReturnType,
  type MovePreview,
  marketOf,
  type Position,
  type Snapshot,
} from "@gimbal/sdk";
import { isAddressEqual } from "viem";
import { ordersCopy } from "@/content/orders";
import { transactionCopy } from "@/content/transaction";
import { formatAddress, formatCost, formatMoment, formatToken } from "@/lib/format";
import { type AnyPlan, isSwap } from "../plan-of";
import type { ReviewRow } from "../review-rows";
import { accountChange } from "./account-change";
import { accountLabel } from "./account-label";
import { impactOf, routeText } from "./swap-costs";

const copy = ordersCopy.rows;

/** The numbers a person confirms: what changes in the accounts, and what the calldata itself says. */
export function orderRows(plan: AnyPlan, snapshot: Snapshot): readonly ReviewRow[] {
  const signed = plan.calls.flatMap((call, i) => signedRows(call, snapshot, i));
  if (isSwap(plan)) {
    const impact = impactOf(plan.preview.quotes);
    return [
      ...changeRows(plan.preview.before, plan.preview.after, "own"),
      { name: "impact", label: transactionCopy.review.impact, after: formatCost(impact), raw: impact },
      ...signed,
    ];
  }
  if (plan.action.type !== "movePosition") return signed;
  const preview = plan.preview as MovePreview;
  const { from, to, market } = (plan as MovePositionReturnType).action.args;
  const source = accountOf(snapshot, from).market || market;
  return [
    accountRow("from", accountLabel(snapshot, from, source)),
    ...changeRows(preview.from.before, preview.from.after, "from"),
    accountRow("to", accountLabel(snapshot, to, market)),
    ...changeRows(preview.before, preview.after, "to"),
    ...signed,
  ];
}

function accountRow(name: "from" | "to", after: string): ReviewRow {
  return { name, label: copy[name], after, raw: undefined };
}

/** What an account holds, owes and risks, before and after. */
function changeRows(
  before: Position | undefined,
  after: Position | undefined,
  of: "own" | "from" | "to",
): readonly ReviewRow[] {
  return accountChange(before, after)
    .filter((row) => of !== "own" || row.name !== "health") // that of one account stands above the rows
    .map((row) => ({
      name: of === "own" ? row.name : `${of}-${row.name}`,
      label: row.label,
      before: row.before.text,
      after: row.after.text,
      raw: row.after.raw,
    }));
}

/** A call as its calldata says it; one that cannot be read says so. */
function signedRows(call: Call, snapshot: Snapshot, index: number): readonly ReviewRow[] {
  const order = decodeOrder(snapshot.deployment, call);
  const contract = contractRow(call, order, snapshot, index);
  if (order === undefined) {
    return [
      contract,
      { name: `call-${index}`, label: copy.contract, after: copy.unreadable, raw: undefined },
    ];
  }
  switch (order.type) {
    case "setOperator": {
      const { on, off } = ordersCopy.operator.states;
      const who = copy.withAddress(copy.contracts.accountMover, formatAddress(order.operator));
      const known = isAddressEqual(order.operator, snapshot.deployment.contracts.accountMover);
      const after = `${known ? who : order.operator}: ${order.approved ? on : off}`;
      return [contract, { name: "permission", label: copy.permission, after, raw: undefined }];
    }
    case "movePosition":
      return [contract, ...moveRows(order, snapshot), deadlineRow(order.deadline)];
    default:
      return [contract, ...swapRows(order, snapshot), deadlineRow(order.deadline)];
  }
}

function contractRow(
  call: Call,
  order: DecodedOrder | undefined,
  { deployment: { contracts } }: Snapshot,
  index: number,
): ReviewRow {
  const isSwapCall = order !== undefined && order.type !== "setOperator" && order.type !== "movePosition";
  const name = isSwapCall
    ? "positionRouter"
    : isAddressEqual(call.to, contracts.accountMover)
      ? "accountMover"
      : "marginEngine";
  const address = name === "positionRouter" ? contracts.positionRouter : call.to;
  const after = copy.withAddress(copy.contracts[name], formatAddress(address));
  return { name: `contract-${index}`, label: copy.contract, after, raw: undefined };
}

function swapRows(order: DecodedSwap, snapshot: Snapshot): readonly ReviewRow[] {
  const market = marketOf(snapshot, order.market);
  const [from, to] = [market.assets[order.from] as AssetState, market.assets[order.to] as AssetState];
  const route = {
    name: "route",
    label: ordersCopy.costs.route,
    after: routeText(order.tokens, market),
    raw: undefined,
  };
  if (order.type === "swapDebt") {
    return [
      amountRow("signed-amount", copy.pays, order.amount, from),
      amountRow("signed-limit", ordersCopy.costs.atMost, order.limit, to, "up"),
      route,
    ];
  }
  return [
    amountRow("signed-amount", copy.sells, order.amount, from),
    amountRow("signed-limit", ordersCopy.costs.atLeast, order.limit, to),
    route,
  ];
}

function moveRows(order: DecodedMove, snapshot: Snapshot): readonly ReviewRow[] {
  const { assets } = marketOf(snapshot, order.market);
  const held = assets[order.collateralAsset] as AssetState;
  const owed = assets[order.debtAsset] as AssetState;
  return [
    ...(order.collateral === 0n
      ? []
      : [amountRow("signed-collateral", copy.collateral, order.collateral, held)]),
    ...(order.debt === 0n
      ? []
      : [
          amountRow("signed-debt", copy.debt, order.debt, owed),
          amountRow("signed-fee", copy.maxFee, order.maxFee, owed, "up"),
        ]),
  ];
}

function amountRow(
  name: string,
  label: string,
  amount: bigint,
  asset: AssetState,
  rounding: "up" | "down" = "down",
): ReviewRow {
  const after = amount === MAX_UINT256 ? copy.all(asset.symbol) : formatToken(amount, asset, rounding);
  return { name, label, after, raw: amount };
}

function deadlineRow(deadline: bigint): ReviewRow {
  return { name: "deadline", label: copy.deadline, after: formatMoment(Number(deadline)), raw: deadline };
}
