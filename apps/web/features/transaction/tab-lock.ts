/**
 * Runs `task` unless another tab of this browser holds the same lock.
 *
 * @returns False if another tab holds it; the task then did not run.
 */
export async function withTabLock(name: string, task: () => Promise<void>): Promise<boolean> {
  const locks = globalThis.navigator?.locks;
  if (locks === undefined) {
    await task();
    return true;
  }
  return locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    await task();
    return true;
  });
}
