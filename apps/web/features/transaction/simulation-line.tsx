import { transactionCopy } from "@/content/transaction";
import { formatBlock } from "@/lib/format";
import { problemOf } from "./problem";
import { ProblemNote } from "./problem-note";
import type { Simulation } from "./use-simulation";

const copy = transactionCopy.review;

/** What the chain says about the exact calls, before anything is signed. */
export function SimulationLine({ simulation }: { readonly simulation: Simulation }) {
  if (simulation.status === "failed") {
    return (
      <div data-slot="simulation" data-status="failed" className="grid gap-1.5">
        <ProblemNote problem={problemOf(simulation.error)} />
        <button
          type="button"
          className="justify-self-center font-medium text-12 text-accent hover:underline"
          onClick={simulation.again}
        >
          {copy.checkAgain}
        </button>
      </div>
    );
  }
  const text = {
    later: copy.unchecked,
    checking: copy.checking,
    passed: simulation.status === "passed" ? copy.from(formatBlock(simulation.block)) : "",
  }[simulation.status];
  return (
    <p data-slot="simulation" data-status={simulation.status} className="text-center text-12 text-fg-3">
      {text}
    </p>
  );
}
