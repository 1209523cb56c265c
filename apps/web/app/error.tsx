"use client";

import { ErrorState } from "@/components/ui/empty-state";
import { shellCopy } from "@/content/shell";

const copy = shellCopy.crash;

interface ErrorPageProps {
  readonly error: Error;
  readonly reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  // a part that did not load is not asked for again by this page: the server may have a newer one
  const retry = error.name === "ChunkLoadError" ? () => window.location.reload() : reset;
  return (
    <div className="grid flex-1 place-items-center">
      <ErrorState isPage title={copy.title} onRetry={retry} retryLabel={copy.retry}>
        {copy.body}
      </ErrorState>
    </div>
  );
}
