import type { Position, PositionLeg } from "@gimbal/sdk";
import type { TradeIntent } from "@/features/transaction/intent";

export type AdjustMode = "add" | "remove" | "reduce";

/** What a form of the dialog asks for. */
export interface AdjustForm {
  readonly mode: AdjustMode;
  /** Asset that is added or removed. */
  readonly asset: number;
  readonly amount: bigint;
  /** The amount is all there is, so the chain decides how much that is when it runs. */
  readonly isAll: boolean;
}

export function legOf(position: Position, asset: number): PositionLeg | undefined {
  return position.legs.find((leg) => leg.asset.index === asset);
}

/** How an asset is added to or taken from a position: an account never holds and owes the same asset. */
export type AdjustAction = "addCollateral" | "repay" | "removeCollateral" | "borrow" | "reduce";

export function adjustAction(
  position: Position,
  { mode, asset }: Pick<AdjustForm, "mode" | "asset">,
): AdjustAction {
  if (mode === "reduce") return "reduce";
  const leg = legOf(position, asset);
  if (mode === "add") return (leg?.debt ?? 0n) > 0n ? "repay" : "addCollateral";
  return (leg?.collateral ?? 0n) > 0n ? "removeCollateral" : "borrow";
}

/** The intent of a form; undefined while it asks for nothing. */
export function adjustIntent(position: Position, form: AdjustForm): TradeIntent | undefined {
  const { account, market, side, base } = position;
  const { asset, amount, isAll } = form;
  if (amount === 0n) return undefined;
  const target = { account, market: market.id, asset };
  const type = adjustAction(position, form);
  switch (type) {
    case "reduce":
      return side === undefined
        ? undefined
        : { type, account, market: market.id, side, base: base.index, size: amount };
    case "addCollateral":
    case "borrow":
      return { type, ...target, amount };
    case "repay":
    case "removeCollateral":
      return { type, ...target, amount: isAll ? "max" : amount };
  }
}
