import { Icon } from "./icon";

const sides = {
  long: { icon: "arrowUpRight", word: "Long", colour: "text-gain" },
  short: { icon: "arrowDownRight", word: "Short", colour: "text-loss" },
} as const;

interface SideLabelProps {
  readonly side: "long" | "short";
  readonly size?: number;
}

/** Direction by arrow and word. */
export function SideLabel({ side, size = 12 }: SideLabelProps) {
  const { icon, word, colour } = sides[side];
  return (
    <span data-slot="side" data-side={side} className="inline-flex items-center gap-1">
      <Icon name={icon} size={size} className={colour} />
      {word}
    </span>
  );
}
