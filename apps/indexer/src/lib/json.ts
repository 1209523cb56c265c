/** A value with amounts as JSON; an amount is `"123n"`. Texts that look so do not occur. */
export function encode(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === "bigint" ? `${part}n` : part));
}

export function decode(text: string): unknown {
  return JSON.parse(text, (_, part) =>
    typeof part === "string" && /^-?\d+n$/.test(part) ? BigInt(part.slice(0, -1)) : part,
  );
}
