interface ChartKeyProps {
  /** Size and colour of the mark. */
  readonly mark: string;
  readonly name: string;
}

/** A mark of a chart and what it stands for. */
export function ChartKey({ mark, name }: ChartKeyProps) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <i aria-hidden="true" className={mark} />
      {name}
    </span>
  );
}

/** Marks of a key. */
export const chartMarks = {
  line: (colour: string) => `h-0.5 w-3.5 ${colour}`,
  block: (colour: string) => `size-[9px] rounded-[2px] ${colour}`,
} as const;
