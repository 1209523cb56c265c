/** Keys of every read, so that invalidation names what it means. */
export const queryKeys = {
  /** Read again at each block. */
  block: (chainId: number, ...rest: readonly unknown[]) => ["block", chainId, ...rest] as const,
  snapshot: (chainId: number, owner: string | undefined) =>
    queryKeys.block(chainId, "snapshot", owner ?? "nobody"),
  /** Read once, and again only when asked. */
  of: (name: string, ...rest: readonly unknown[]) => [name, ...rest] as const,
} as const;
