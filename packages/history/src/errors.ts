/** Anything that kept an answer of the indexer from being read. */
export class HistoryError extends Error {
  override readonly name: string = "HistoryError";
}

/** The indexer did not answer: not there, too slow, or not ready. */
export class HistoryUnavailableError extends HistoryError {
  override readonly name = "HistoryUnavailableError";
}

/** The indexer refused the question. */
export class HistoryRequestError extends HistoryError {
  override readonly name = "HistoryRequestError";
}

/** The answer is not what was asked for: another version, or something else that answers there. */
export class HistoryAnswerError extends HistoryError {
  override readonly name = "HistoryAnswerError";

  constructor(where: string) {
    super(`The indexer's answer has no valid ${where}.`);
  }
}
