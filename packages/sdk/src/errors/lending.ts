import { contractError } from "./contract";

export const AccountsNotMovableError = contractError(
  "AccountsNotMovable",
  ({ from, to }, w) =>
    `A position moves between two accounts of one owner; ${w.address(from)} and ${w.address(to)} are not. Choose another.`,
);
export const CreditTooLowError = contractError(
  "CreditTooLow",
  ({ actual, bound }) =>
    `The reserve would credit ${actual} shares, ${bound} were promised. Nothing was spent. Try again.`,
);
export const PathInvalidError = contractError(
  "PathInvalid",
  ({ length }) =>
    `The path has ${length} bytes; one, two or three pools have 43, 66 or 89, and a flip trades in one.`,
);
