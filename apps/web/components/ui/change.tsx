import { cx } from "class-variance-authority";
import { formatChange, MINUS } from "@/lib/format";

/** Change of a price: triangle, sign and colour say the same thing three times. */
export function Change({ value }: { readonly value: bigint | undefined }) {
  const text = formatChange(value);
  // By what is shown: a change that rounds to nothing points nowhere.
  const direction = text.startsWith("+") ? "up" : text.startsWith(MINUS) ? "down" : "flat";
  return (
    <span
      data-slot="change"
      data-direction={direction}
      className={cx(
        "whitespace-nowrap",
        direction === "up" ? "text-gain" : direction === "down" ? "text-loss" : "text-fg-3",
      )}
    >
      {direction !== "flat" && (
        <span aria-hidden="true" className="mr-1 align-[0.12em] text-[0.68em]">
          {direction === "up" ? "▲" : "▼"}
        </span>
      )}
      {text}
    </span>
  );
}
