import { spoken } from "./translated";

/** Sentences with `{0}`, `{1}` for what varies, and the same in another language. */
export type Sentences = Readonly<Record<string, string>>;

type Rule = readonly [pattern: RegExp, words: string];

const rules = new WeakMap<Sentences, readonly Rule[]>();
const END_OF_SENTENCE = /(?<=\.)\s+(?=\p{Lu})/u;

/**
 * A text of the SDK, which speaks English, in the language of the page. A text of which any sentence is unknown stays
 * English as a whole: half a warning would be worse than one in another language.
 */
export function said(text: string): string {
  const sentences = spoken().sentences;
  if (sentences === undefined) return text;
  const parts = text.split(END_OF_SENTENCE).map((part) => find(part, sentences));
  return parts.every((part) => part !== undefined) ? parts.join(" ") : text;
}

function find(text: string, sentences: Sentences): string | undefined {
  for (const [pattern, words] of rulesOf(sentences)) {
    const match = pattern.exec(text);
    if (match !== null)
      return words.replace(/\{(\d)\}/g, (_, index: string) => match.groups?.[`_${index}`] ?? "");
  }
  return undefined;
}

function rulesOf(sentences: Sentences): readonly Rule[] {
  const known = rules.get(sentences);
  if (known !== undefined) return known;
  // the more of a sentence is fixed the earlier it is tried
  const ordered = Object.entries(sentences).toSorted(([a], [b]) => fixed(b) - fixed(a));
  const made = ordered.map(([english, words]): Rule => {
    const literal = english.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
    return [new RegExp(`^${literal.replace(/\{(\d)\}/g, "(?<_$1>.+?)")}$`, "su"), words];
  });
  rules.set(sentences, made);
  return made;
}

function fixed(sentence: string): number {
  return sentence.replace(/\{\d\}/g, "").length;
}
