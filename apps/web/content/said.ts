import { spoken } from "./translated";

/** A text of the SDK, which speaks English, in the language of the page; as it is where that has no words for it. */
export function said(text: string): string {
  return spoken().say?.(text) ?? text;
}
