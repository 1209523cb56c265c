"use client";

import { Button } from "@/components/ui/button";
import { Definition, DefinitionList } from "@/components/ui/definition";
import { Dialog } from "@/components/ui/dialog";
import { walletCopy } from "@/content/wallet";
import { useDeployment } from "@/features/data/runtime-context";
import { exactAmount, formatAddress } from "@/lib/format";
import { demoAccountName } from "./accounts";
import { type Description, describeTransaction } from "./describe";
import { describeTypedData } from "./describe-typed-data";
import { type DemoRequest, type PendingRequest, useDemoRequests } from "./requests";

const copy = walletCopy.demo;

/** The demo wallet's own window: what is asked, by whom, approve or reject. */
export function ApprovalDialog() {
  const pending = useDemoRequests(({ queue }) => queue[0]);
  return pending === undefined ? null : <Approval key={pending.id} pending={pending} />;
}

function Approval({ pending: { request, answer } }: { readonly pending: PendingRequest }) {
  const deployment = useDeployment();
  const { title, contract, values } = describe(request, deployment);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) answer(false);
      }}
      title={copy.ask[request.type]}
      description={copy.warning}
    >
      <div data-slot="demo-approval" className="flex flex-col gap-4 pt-2">
        <DefinitionList>
          <Definition term={copy.from}>
            {demoAccountName(request.from) ?? formatAddress(request.from)}
          </Definition>
          {request.type === "transaction" && (
            <Definition term={copy.to}>
              {contract ?? (request.to === undefined ? "" : formatAddress(request.to))}
            </Definition>
          )}
          <Definition term={copy.action}>
            <strong className="font-medium">{title}</strong>
          </Definition>
          {request.type === "transaction" && request.value > 0n && (
            <Definition term={copy.value}>{exactAmount(request.value, 18)} ETH</Definition>
          )}
        </DefinitionList>
        {values.length > 0 && (
          <dl className="grid max-h-56 grid-cols-[auto_1fr] gap-x-4 gap-y-1 overflow-auto rounded-2 border border-line bg-inset px-3 py-2 text-12">
            {values.map(({ name, value }) => (
              <div key={`${name}:${value}`} className="contents">
                <dt className="text-fg-3">{name}</dt>
                <dd className="break-all text-right">{value}</dd>
              </div>
            ))}
          </dl>
        )}
        <div className="grid grid-cols-2 gap-2">
          <Button size="lg" onClick={() => answer(false)}>
            {copy.reject}
          </Button>
          <Button size="lg" variant="primary" onClick={() => answer(true)}>
            {request.type === "transaction" ? copy.approve : copy.sign}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function describe(request: DemoRequest, deployment: Parameters<typeof describeTransaction>[1]): Description {
  switch (request.type) {
    case "transaction":
      return describeTransaction(request, deployment);
    case "message":
      return { title: request.text, contract: undefined, values: [] };
    case "typedData":
      return describeTypedData(request.json, deployment);
  }
}
