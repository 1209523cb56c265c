"use client";

import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { shellCopy } from "@/content/shell";

const copy = shellCopy.notFound;

/** What a wrong address shows. */
export function NotFoundScreen() {
  return (
    <div className="grid flex-1 place-items-center">
      <EmptyState
        isPage
        title={copy.title}
        action={
          <Button asChild>
            <Link href="/trade/eth-usdc">{copy.back}</Link>
          </Button>
        }
      >
        {copy.body}
      </EmptyState>
    </div>
  );
}
