"use client";

import { useState } from "react";
import { Icon } from "@/components/icon";
import { common } from "@/content/common";

interface CopyButtonProps {
  /** What is copied. */
  readonly text: string;
  readonly label?: string;
}

/** Copies a text and says so in its place; where a page may not copy, it leaves the label as it was. */
export function CopyButton({ text, label = common.copy }: CopyButtonProps) {
  const [copied, setCopied] = useState<string>();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(text),
      () => setCopied(undefined),
    );
  return (
    <button
      type="button"
      data-slot="copy"
      className="inline-flex min-h-6 items-center gap-1 font-medium text-12 text-accent hover:underline max-tablet:min-h-11"
      onClick={() => void copy()}
    >
      <Icon name={copied === text ? "check" : "copy"} size={12} />
      <span aria-live="polite">{copied === text ? common.copied : label}</span>
    </button>
  );
}
