let own: Promise<unknown> = Promise.resolve();

/**
 * Runs `task` unless another tab of this browser holds the same lock. What this tab did before is over first: giving a
 * lock back takes a moment.
 *
 * @returns False if another tab holds it; the task then did not run.
 */
export async function withTabLock(name: string, task: () => Promise<void>): Promise<boolean> {
  const locks = globalThis.navigator?.locks;
  if (locks === undefined) {
    await task();
    return true;
  }
  const before = own;
  const run = (async () => {
    await before;
    return locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock === null) return false;
      await task();
      return true;
    });
  })();
  own = run.catch(() => {});
  return run;
}
