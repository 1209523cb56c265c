import { type DecodedOrder, type Deployment, decodeOrder, MAX_UINT256 } from "@gimbal/sdk";
import type { Address, Hex } from "viem";
import { demoCallsCopy } from "@/content/demo-calls";
import { amount, type Description, nameOf } from "./describe";

const copy = demoCallsCopy.account;

/** An order inside the accounts of the sender, or between them; undefined for any other call. */
export function describeAccountOrder(
  call: { readonly to: Address | undefined; readonly data: Hex },
  deployment: Deployment,
): Omit<Description, "contract"> | undefined {
  if (call.to === undefined) return undefined;
  const order = decodeOrder(deployment, { to: call.to, data: call.data, value: 0n });
  return order === undefined ? undefined : describe(order, deployment);
}

function describe(order: DecodedOrder, deployment: Deployment): Omit<Description, "contract"> {
  const title = copy.titles[order.type];
  if (order.type === "setOperator") {
    const who = nameOf(order.operator, deployment) ?? order.operator;
    return { title, values: [{ name: who, value: order.approved ? copy.allowed : copy.notAllowed }] };
  }
  const assets = deployment.markets.find(({ id }) => id === order.market)?.assets;
  const of = (value: bigint, index: number) =>
    value === MAX_UINT256 ? copy.all(assets?.[index]?.symbol ?? "") : amount(value, assets?.[index]);
  const deadline = {
    name: demoCallsCopy.deadline,
    value: new Date(Number(order.deadline) * 1000).toISOString(),
  };
  if (order.type === "movePosition") {
    return {
      title,
      values: [
        { name: copy.from, value: order.from },
        { name: copy.to, value: order.to },
        { name: copy.collateral, value: of(order.collateral, order.collateralAsset) },
        { name: copy.debt, value: of(order.debt, order.debtAsset) },
        { name: copy.maxFee, value: of(order.maxFee, order.debtAsset) },
        deadline,
      ],
    };
  }
  return {
    title,
    values: [
      { name: copy.amounts[order.type], value: of(order.amount, order.from) },
      { name: copy.limits[order.type], value: of(order.limit, order.to) },
      deadline,
    ],
  };
}
