"use client";

import { cx } from "class-variance-authority";
import { toast as sonner, Toaster } from "sonner";
import { Icon } from "@/components/icon";
import { common } from "@/content/common";
import type { Notice } from "./notice";
import { Spinner } from "./spinner";

const LONG_MS = 10_000;
const SHORT_MS = 5_000;

export function showNotice(notice: Notice, id: string): void {
  const duration =
    notice.kind === "pending" ? Number.POSITIVE_INFINITY : notice.kind === "done" ? SHORT_MS : LONG_MS;
  sonner.custom(() => <NoticeCard notice={notice} onDismiss={() => sonner.dismiss(id)} />, { id, duration });
}

export function hideNotice(id: string): void {
  sonner.dismiss(id);
}

export function NoticeStack() {
  return (
    <Toaster
      // Over the chart: nothing that is pressed is covered.
      position="top-center"
      gap={8}
      visibleToasts={3}
      offset={{ top: 108 }}
      mobileOffset={{ top: 108, left: 12, right: 12 }}
    />
  );
}

const icons = {
  done: { name: "check", colour: "text-gain" },
  cancelled: { name: "close", colour: "text-fg-3" },
  failed: { name: "alert", colour: "text-auction" },
  warning: { name: "alert", colour: "text-soft" },
} as const;

interface NoticeCardProps {
  readonly notice: Notice;
  readonly onDismiss: () => void;
}

function NoticeCard({ notice, onDismiss }: NoticeCardProps) {
  const { kind, title, detail, source, action } = notice;
  return (
    <div
      data-slot="toast"
      data-kind={kind}
      className="flex w-[356px] max-w-[calc(100vw-24px)] items-start gap-2.5 rounded-2 border border-line-strong bg-raised px-3 py-2.5 font-sans text-13 text-fg shadow-float"
    >
      {kind === "pending" ? (
        <Spinner className="mt-0.5 text-accent" />
      ) : (
        <Icon name={icons[kind].name} className={cx("mt-0.5", icons[kind].colour)} />
      )}
      <span className="min-w-0 flex-1">
        {title}
        {detail !== undefined && <span className="block text-12 text-fg-2">{detail}</span>}
        {source}
      </span>
      {action !== undefined && (
        <button
          type="button"
          className="font-medium text-accent hover:underline"
          onClick={() => {
            action.onPress();
            onDismiss();
          }}
        >
          {action.label}
        </button>
      )}
      {kind !== "pending" && (
        <button
          type="button"
          aria-label={common.dismiss}
          className="-m-1 p-1 text-fg-3 hover:text-fg"
          onClick={onDismiss}
        >
          <Icon name="close" size={14} />
        </button>
      )}
    </div>
  );
}
