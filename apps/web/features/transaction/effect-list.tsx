import { cx } from "class-variance-authority";
import { Icon, type IconName } from "@/components/icon";
import { transactionCopy } from "@/content/transaction";
import type { Effect } from "./describe";

const marks = {
  out: { icon: "arrowUpRight", colour: "text-fg-2" },
  in: { icon: "arrowDownRight", colour: "text-gain" },
  inside: { icon: "arrowRight", colour: "text-fg-3" },
} as const satisfies Record<Effect["direction"], { icon: IconName; colour: string }>;

/** What a plan does, in order, in words. */
export function EffectList({ effects }: { readonly effects: readonly Effect[] }) {
  return (
    <section aria-label={transactionCopy.review.effects} data-slot="effects">
      <h3 className="mb-1.5 text-12 text-fg-3">{transactionCopy.review.effects}</h3>
      <ul className="grid gap-1.5">
        {effects.map(({ direction, text }) => (
          <li key={text} data-slot="effect" data-direction={direction} className="flex gap-2">
            <Icon
              name={marks[direction].icon}
              size={14}
              className={cx("mt-[3px]", marks[direction].colour)}
            />
            <span>
              <span className="sr-only">{transactionCopy.directions[direction]}: </span>
              {text}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
