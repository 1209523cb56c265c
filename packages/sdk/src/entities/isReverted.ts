const REVERTS = new Set<unknown>([
  "ContractFunctionRevertedError",
  "ContractFunctionZeroDataError",
  "RawContractError",
]);

/**
 * For `catch`: a view that reverts has nothing to say of its subject, and an older deployment may not have it; a chain
 * that does not answer says nothing at all.
 *
 * @returns Undefined for a revert.
 * @throws What was thrown, if it is anything else.
 */
export function isReverted(error: unknown): undefined {
  let cause = error;
  while (typeof cause === "object" && cause !== null) {
    const { name, cause: next } = cause as { readonly name?: unknown; readonly cause?: unknown };
    if (REVERTS.has(name)) return undefined;
    cause = next;
  }
  throw error;
}
