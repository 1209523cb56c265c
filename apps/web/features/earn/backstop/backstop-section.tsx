"use client";

import type { Snapshot } from "@gimbal/sdk";
import { Panel } from "@/components/ui/panel";
import { backstopCopy } from "@/content/backstop";
import { BackstopPanel } from "./backstop-panel";
import { useBackstops } from "./use-backstop";

const copy = backstopCopy;

/** The backstop of every market that has one, after what is true of all of them. */
export function BackstopSection({ snapshot }: { readonly snapshot: Snapshot }) {
  const vaults = useBackstops() ?? [];
  if (vaults.length === 0) return null;
  return (
    <>
      <Panel title={copy.all} data-panel="backstops">
        <div className="grid gap-x-4 gap-y-2 px-4 pb-4 text-fg-2 desktop:grid-cols-2">
          <p>{copy.about}</p>
          <section>
            <h3 className="mb-1.5 text-12 text-fg-3">{copy.risks.title}</h3>
            <ul className="grid list-disc gap-1 pl-4">
              {copy.risks.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </section>
        </div>
      </Panel>
      {vaults.map((vault) => (
        <BackstopPanel key={vault.address} vault={vault} snapshot={snapshot} />
      ))}
    </>
  );
}
