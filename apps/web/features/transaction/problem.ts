import {
  type DecodeErrorContext,
  explainError,
  type GimbalError,
  PanicError,
  RevertReasonError,
  UnexplainedError,
  UnknownContractError,
  UserRejectedError,
} from "@gimbal/sdk";
import { said } from "@/content/said";
import { transactionCopy } from "@/content/transaction";
import type { Problem } from "./run-state";

const copy = transactionCopy.notices;

/** The wallet does not know the method: EIP-1193 4200, JSON-RPC −32601 and −32004; or no batch: EIP-5792 5700 to 5760. */
const UNSUPPORTED = new Set<unknown>([4200, -32601, -32004, 5700, 5710, 5740, 5750, 5760]);

/** Sentences of the SDK on what was spent, in every language of the page. */
const SPENT = /(Nothing was|Nichts wurde) [^.]*\.\s*/gu;

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

/** What a person is told about an error that is explained, and whether anything was spent. */
export function problemOf(error: GimbalError): Problem {
  if (error instanceof UserRejectedError) return { kind: "rejected", ...copy.rejected };
  return { kind: "failed", ...sentenceOf(said(error.shortMessage), copy.notSent), ...reportOf(error) };
}

/** The same of anything that was thrown. */
export async function problemFrom(error: unknown, context: DecodeErrorContext = {}): Promise<Problem> {
  if (error instanceof RunStop) return error.problem;
  return problemOf(await explainError(error, context));
}

/** The reason of a transaction that was mined and refused. */
export async function revertProblem(error: unknown, context: DecodeErrorContext = {}): Promise<Problem> {
  const explained = await explainError(error, context);
  const sentence = sentenceOf(said(explained.shortMessage), copy.reverted);
  return { kind: "reverted", ...sentence, ...reportOf(explained) };
}

/** What a person can pass on about an error that no sentence was written for. */
function reportOf(error: GimbalError): Pick<Problem, "report"> {
  const isUnknown =
    error instanceof UnknownContractError ||
    error instanceof UnexplainedError ||
    error instanceof RevertReasonError ||
    error instanceof PanicError;
  return isUnknown ? { report: `${error.name}: ${error.message}` } : {};
}

function sentenceOf(sentence: string, outcome: string) {
  const [title, rest] = splitSentence(sentence);
  // What was spent depends on how far the run came, so the SDK's own word on it gives way to ours.
  const advice = rest.replace(SPENT, "").trim();
  return { title, detail: advice === "" ? outcome : `${outcome} ${advice}` };
}

/** First sentence and the rest. A point inside a number ends no sentence. */
export function splitSentence(text: string): readonly [string, string] {
  const match = /^(.*?\.)\s+(?=\p{Lu})(.*)$/su.exec(text);
  return match === null ? [text, ""] : [match[1] ?? text, match[2] ?? ""];
}
