/** Sentences with `{0}`, `{1}` for what varies, and the same in another language. */
export type Sentences = Readonly<Record<string, string>>;

/** A text in another language; undefined where it does not know all of it. */
export type Say = (text: string) => string | undefined;

const END_OF_SENTENCE = /(?<=\.)\s+(?=\p{Lu})/u;

/**
 * Says texts sentence by sentence. A text of which any sentence is unknown is not said at all: half a warning would be
 * worse than one in another language.
 */
export function sayer(sentences: Sentences): Say {
  // the more of a sentence is fixed the earlier it is tried
  const ordered = Object.entries(sentences).toSorted(([a], [b]) => fixed(b) - fixed(a));
  const rules = ordered.map(([english, words]) => [patternOf(english), words] as const);
  const find = (sentence: string): string | undefined => {
    for (const [pattern, words] of rules) {
      const match = pattern.exec(sentence);
      if (match !== null)
        return words.replace(/\{(\d)\}/g, (_, place: string) => match.groups?.[`_${place}`] ?? "");
    }
    return undefined;
  };
  return (text) => {
    const parts = text.split(END_OF_SENTENCE).map(find);
    return parts.every((part) => part !== undefined) ? parts.join(" ") : undefined;
  };
}

function patternOf(sentence: string): RegExp {
  const literal = sentence.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replace(/\{(\d)\}/g, "(?<_$1>.+?)")}$`, "su");
}

function fixed(sentence: string): number {
  return sentence.replace(/\{\d\}/g, "").length;
}
