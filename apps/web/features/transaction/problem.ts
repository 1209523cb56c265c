import { type DecodeErrorContext, decodeError, UserRejectedError } from "@gimbal/sdk";
import { transactionCopy } from "@/content/transaction";
import type { Problem } from "./run-state";

const copy = transactionCopy.notices;

/** The wallet does not know the method: EIP-1193 4200, JSON-RPC −32601 and −32004. */
const UNSUPPORTED = new Set<unknown>([4200, -32601, -32004]);

/** Stops a run for a reason of the app itself. */
export class RunStop extends Error {
  override name = "RunStop";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/** A stop with a sentence; the first part becomes the title. */
export function stop(sentence: string, detail: string = copy.notSent, more: Partial<Problem> = {}): RunStop {
  return new RunStop({ kind: "failed", title: sentence, detail, ...more });
}

/** Every error of an error, outermost first. */
function* causes(error: unknown): Generator<Record<string, unknown>> {
  let current = error;
  while (typeof current === "object" && current !== null) {
    yield current as Record<string, unknown>;
    current = (current as { cause?: unknown }).cause;
  }
}

export function isUnsupportedMethod(error: unknown): boolean {
  for (const cause of causes(error)) {
    if (UNSUPPORTED.has(cause.code) || cause.name === "MethodNotSupportedRpcError") return true;
  }
  return false;
}

/** What a person is told about an error, and whether anything was spent. */
export function problemOf(error: unknown, context: DecodeErrorContext = {}): Problem {
  if (error instanceof RunStop) return error.problem;
  const decoded = decodeError(error, context);
  if (decoded instanceof UserRejectedError) return { kind: "rejected", ...copy.rejected };
  return { kind: "failed", ...sentenceOf(decoded.shortMessage, copy.notSent) };
}

/** The reason of a transaction that was mined and refused. */
export function revertProblem(error: unknown, context: DecodeErrorContext = {}): Problem {
  return { kind: "reverted", ...sentenceOf(decodeError(error, context).shortMessage, copy.reverted) };
}

function sentenceOf(sentence: string, outcome: string) {
  const [title, rest] = splitSentence(sentence);
  // What was spent depends on how far the run came, so the SDK's own word on it gives way to ours.
  const advice = rest.replace(/Nothing was [^.]*\.\s*/gu, "").trim();
  return { title, detail: advice === "" ? outcome : `${outcome} ${advice}` };
}

/** First sentence and the rest. A point inside a number ends no sentence. */
export function splitSentence(text: string): readonly [string, string] {
  const match = /^(.*?\.)\s+(?=\p{Lu})(.*)$/su.exec(text);
  return match === null ? [text, ""] : [match[1] ?? text, match[2] ?? ""];
}
