import { cva } from "class-variance-authority";
import type { ReactNode } from "react";
import { Icon } from "@/components/icon";

/** What stands under a field: an error stops the form, a warning does not. */
export interface FieldNote {
  readonly tone: "error" | "warning" | "info";
  /** What is wrong, the number, what to do. */
  readonly text: string;
  /** A press that does it. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

export const fieldFrame = cva(
  "block rounded-2 border bg-inset px-3 py-2.5 focus-within:border-accent focus-within:outline focus-within:outline-1 focus-within:outline-accent",
  {
    variants: {
      state: {
        idle: "border-line-control",
        error: "border-auction",
        off: "border-line text-fg-3",
      },
    },
  },
);

const note = cva("mt-1.5 flex gap-1.5 text-12 leading-[1.35] [&>svg]:mt-px", {
  variants: { tone: { error: "text-auction", warning: "text-soft", info: "text-fg-2" } },
});

interface FieldNoteLineProps {
  readonly id: string;
  readonly note: FieldNote | undefined;
}

/** The line under a field. It is always in the page, so that a screen reader hears it change. */
export function FieldNoteLine({ id, note: content }: FieldNoteLineProps): ReactNode {
  return (
    <div id={id} data-slot="field-note" data-tone={content?.tone} aria-live="polite">
      {content !== undefined && (
        <p className={note({ tone: content.tone })}>
          <Icon name={content.tone === "info" ? "info" : "alert"} size={14} />
          <span>
            {content.text}
            {content.action !== undefined && (
              <>
                {" "}
                <button
                  type="button"
                  className="font-medium text-accent hover:underline"
                  onClick={content.action.onPress}
                >
                  {content.action.label}
                </button>
              </>
            )}
          </span>
        </p>
      )}
    </div>
  );
}
