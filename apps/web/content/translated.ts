import type { CatalogueName, Dictionary } from "./dictionary";

/** Words of a catalogue in any language: texts may differ, keys and arguments may not. */
export type Words<T> = T extends string
  ? string
  : T extends (...args: infer args) => string
    ? (...args: args) => string
    : { readonly [key in keyof T]: Words<T[key]> };

type Branch = Record<string, unknown>;

const catalogues = new Map<CatalogueName, Branch>();
let dictionary: Partial<Dictionary> = {};

/**
 * A catalogue whose words can be replaced by those of another language. The object stays the same one, so a module may
 * keep a part of it; a word or a function taken out of it at module level would stay English.
 */
export function translated<const T extends object>(name: CatalogueName, english: T): Words<T> {
  catalogues.set(name, english as Branch);
  put(dictionary[name], english as Branch);
  return english as unknown as Words<T>;
}

/** Words that were put in; nothing while the page speaks English. */
export function spoken(): Partial<Dictionary> {
  return dictionary;
}

/** Puts a language into every catalogue, those that load later included. Never on the server: it speaks to everybody. */
export function install(words: Partial<Dictionary>): void {
  dictionary = words;
  for (const [name, catalogue] of catalogues) put(words[name], catalogue);
}

function put(words: object | undefined, into: Branch): void {
  for (const [key, word] of Object.entries(words ?? {})) {
    const place = into[key];
    if (typeof place === "object" && place !== null) put(word as object, place as Branch);
    else if (place !== undefined) into[key] = word;
  }
}
