import { accountSentences } from "./sentences-account";
import { chainSentences } from "./sentences-chain";
import { inputSentences } from "./sentences-input";

/**
 * Sentences of the SDK, one by one. Those that only governance and keepers meet are left out and stay English. What
 * was spent always begins with "Nichts wurde", so that a notice can put its own word in its place.
 */
export const sentences = { ...inputSentences, ...accountSentences, ...chainSentences };
