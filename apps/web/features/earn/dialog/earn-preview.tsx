import type { AssetState, LenderView } from "@gimbal/sdk";
import { ValueTable, ValueTransition } from "@/components/ui/value-table";
import { earnCopy } from "@/content/earn";
import { isLending } from "@/features/transaction/plan-of";
import { usdOf } from "@/features/transaction/usd";
import type { PlanState } from "@/features/transaction/use-plan";
import { Value } from "@/features/transaction/value";
import { formatSupplyRate, formatToken, formatUsd, formatUtilisation } from "@/lib/format";
import type { ReserveView } from "../reserves";

const copy = earnCopy.dialog;

type RowName = keyof typeof copy.rows;

interface Shown {
  readonly text: string;
  readonly raw: bigint | undefined;
}

const readings: Readonly<Record<RowName, (view: LenderView, asset: AssetState) => Shown>> = {
  supplied: ({ assets }, asset) => ({ text: formatToken(assets, asset, "nearest"), raw: assets }),
  value: ({ assets }, asset) => {
    const raw = usdOf(assets, asset);
    return { text: formatUsd(raw), raw };
  },
  supplyRate: ({ supplyRate }) => ({ text: formatSupplyRate(supplyRate), raw: supplyRate }),
  utilisation: ({ utilisation }) => ({ text: formatUtilisation(utilisation), raw: utilisation }),
};

interface EarnPreviewProps {
  readonly plan: PlanState;
  readonly reserve: ReserveView;
}

/** The loan and the reserve's rates before and after. */
export function EarnPreview({ plan, reserve: { asset, lender } }: EarnPreviewProps) {
  const preview = plan.status === "planned" && isLending(plan.plan) ? plan.plan.preview : undefined;
  const before = preview?.before ?? {
    shares: lender?.shares ?? 0n,
    assets: lender?.assets ?? 0n,
    supplyRate: asset.reserve.supplyRate,
    utilisation: asset.reserve.utilisation,
  };
  return (
    <ValueTable label={copy.preview}>
      {(Object.keys(copy.rows) as RowName[]).map((name) => (
        <ValueTransition
          key={name}
          name={name}
          label={copy.rows[name]}
          before={<Cell shown={readings[name](before, asset)} />}
          after={preview === undefined ? "" : <Cell shown={readings[name](preview.after, asset)} />}
        />
      ))}
    </ValueTable>
  );
}

function Cell({ shown: { text, raw } }: { readonly shown: Shown }) {
  return <Value raw={raw}>{text}</Value>;
}
