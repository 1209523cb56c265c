import { cx } from "class-variance-authority";
import { Icon } from "@/components/icon";
import { CopyButton } from "@/components/ui/copy-button";
import { transactionCopy } from "@/content/transaction";
import type { Problem } from "./run-state";

/** Why a run ended. A rejection is a choice: it is grey. */
export function ProblemNote({ problem }: { readonly problem: Problem }) {
  const { kind, title, detail, report } = problem;
  const rejected = kind === "rejected";
  return (
    <div
      data-slot="problem"
      data-kind={kind}
      role={rejected ? "status" : "alert"}
      className={cx("flex gap-2.5 rounded-2 px-3 py-2", rejected ? "bg-hover" : "bg-auction-bg")}
    >
      <Icon
        name={rejected ? "close" : "alert"}
        className={cx("mt-0.5", rejected ? "text-fg-3" : "text-auction")}
      />
      <span className="min-w-0">
        {title}
        <span className="block text-12 text-fg-2">{detail}</span>
        {report !== undefined && <CopyButton text={report} label={transactionCopy.notices.copyDetails} />}
      </span>
    </div>
  );
}
