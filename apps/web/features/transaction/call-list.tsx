import { CopyButton } from "@/components/ui/copy-button";
import { transactionCopy } from "@/content/transaction";
import { formatAddress } from "@/lib/format";
import { callsWithApprovals } from "./approve-call";
import type { AnyPlan } from "./plan-of";
import type { Call } from "./ports";

const copy = transactionCopy.calls;

/** The exact calls, for whoever checks them before signing. */
export function CallList({ plan }: { readonly plan: AnyPlan }) {
  return (
    <details data-slot="calls" className="text-12">
      <summary className="min-h-6 cursor-pointer content-center text-fg-3 hover:text-fg max-tablet:min-h-11">
        {copy.title}
      </summary>
      <ol className="mt-1.5 grid gap-2">
        {callsWithApprovals(plan).map((call, index) => (
          <CallItem key={call.data} call={call} isAllowance={index < plan.approvals.length} />
        ))}
      </ol>
    </details>
  );
}

function CallItem({ call, isAllowance }: { readonly call: Call; readonly isAllowance: boolean }) {
  const { to, data, value } = call;
  return (
    <li data-slot="call" className="grid gap-1 rounded-2 bg-inset px-3 py-2">
      <span className="flex flex-wrap items-center justify-between gap-x-3 text-fg-2">
        <span>
          {isAllowance ? copy.allowance : copy.order} <span className="font-mono">{formatAddress(to)}</span>
        </span>
        <CopyButton
          text={JSON.stringify({ to, data, value: value.toString() })}
          label={isAllowance ? copy.copyAllowance : copy.copyOrder}
        />
      </span>
      <code className="max-h-20 overflow-y-auto break-all font-mono text-11 text-fg-3">{data}</code>
    </li>
  );
}
