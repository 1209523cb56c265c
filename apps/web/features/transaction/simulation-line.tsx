"use client";

import { useEffect, useState } from "react";
import { transactionCopy } from "@/content/transaction";
import { formatAge, formatBlock } from "@/lib/format";
import { problemOf } from "./problem";
import { ProblemNote } from "./problem-note";
import type { Simulation } from "./use-simulation";

const copy = transactionCopy.review;

/** What the chain says about the exact calls, and since when, before anything is signed. */
export function SimulationLine({ simulation }: { readonly simulation: Simulation }) {
  if (simulation.status === "failed") {
    return (
      <div data-slot="simulation" data-status="failed" className="grid gap-1.5">
        <ProblemNote problem={problemOf(simulation.error)} />
        <button
          type="button"
          className="min-h-6 justify-self-center font-medium text-12 text-accent hover:underline max-tablet:min-h-11"
          onClick={simulation.again}
        >
          {copy.checkAgain}
        </button>
      </div>
    );
  }
  return (
    <p data-slot="simulation" data-status={simulation.status} className="text-center text-12 text-fg-3">
      {simulation.status === "passed" ? (
        <>
          {copy.from(formatBlock(simulation.block))}
          <Age since={simulation.at} />
        </>
      ) : (
        { later: copy.unchecked, checking: copy.checking }[simulation.status]
      )}
    </p>
  );
}

const STEP_SECONDS = 5;

/** How long ago something was, to five seconds. */
function Age({ since }: { readonly since: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), STEP_SECONDS * 1_000);
    return () => clearInterval(timer);
  }, []);
  const age = Math.floor((now - since) / (STEP_SECONDS * 1_000)) * STEP_SECONDS;
  return age < STEP_SECONDS ? null : <span data-slot="age">{copy.ago(formatAge(age))}</span>;
}
