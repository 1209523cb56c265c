import type { Snapshot } from "@gimbal/sdk";
import { Panel } from "@/components/ui/panel";
import { riskCopy } from "@/content/risk";
import { OracleTable } from "@/features/shell/oracle-table";
import { oracleViewOf } from "@/features/shell/oracle-view";
import { formatBlock } from "@/lib/format";

const copy = riskCopy.oracles;

/** What every price source says, how old it is, and what follows where something is wrong. */
export function OraclePanel({ snapshot }: { readonly snapshot: Snapshot }) {
  const view = oracleViewOf(snapshot);
  const named = (status: "guarded" | "down") =>
    view.assets.filter(({ price }) => price.status === status).map(({ symbol }) => symbol);
  const guarded = named("guarded");
  const down = named("down");
  return (
    <Panel title={copy.title} data-risk-panel="oracles" aside={copy.block(formatBlock(snapshot.blockNumber))}>
      <div className="grid gap-2.5 px-4 pb-4">
        <div className="overflow-x-auto">
          <OracleTable view={view} label={copy.label} isRoomy />
        </div>
        <p className="text-12 text-fg-3 leading-[1.45]">
          {guarded.length > 0 && `${copy.guarded(guarded.join(", "))} `}
          {down.length > 0 && `${copy.down(down.join(", "))} `}
          {guarded.length + down.length === 0 && copy.fine}
        </p>
      </div>
    </Panel>
  );
}
