interface EndLabelProps {
  readonly viewBox?: { readonly x?: number; readonly y?: number };
  readonly above: boolean;
  readonly text: string;
  readonly strong?: boolean;
}

/** Names a line at its end, clear of the dot. */
export function EndLabel({ viewBox, above, text, strong = false }: EndLabelProps) {
  const { x = 0, y = 0 } = viewBox ?? {};
  return (
    <text
      x={x - 2}
      y={above ? y - 10 : y + 22}
      textAnchor="end"
      className="chart-text"
      style={{ fill: strong ? "var(--accent)" : "var(--text-2)" }}
    >
      {text}
    </text>
  );
}
