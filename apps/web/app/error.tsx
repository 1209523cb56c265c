"use client";

import { ErrorState } from "@/components/ui/empty-state";
import { shellCopy } from "@/content/shell";

const copy = shellCopy.crash;

interface ErrorPageProps {
  readonly reset: () => void;
}

export default function ErrorPage({ reset }: ErrorPageProps) {
  return (
    <div className="grid flex-1 place-items-center">
      <ErrorState title={copy.title} onRetry={reset} retryLabel={copy.retry}>
        {copy.body}
      </ErrorState>
    </div>
  );
}
