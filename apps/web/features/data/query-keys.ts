/** Keys of every read, so that invalidation names what it means. */
export const queryKeys = {
  /** Read again at each block. */
  block: (chainId: number, ...rest: readonly unknown[]) => ["block", chainId, ...rest] as const,
  snapshot: (chainId: number, owner: string | undefined) =>
    queryKeys.block(chainId, "snapshot", owner ?? "nobody"),
  /** Read again at each block beside the rest: when it fails, the rest of the page is none the worse. */
  beside: (chainId: number, ...rest: readonly unknown[]) => ["beside", chainId, ...rest] as const,
  risk: (chainId: number) => queryKeys.beside(chainId, "risk"),
  /** Read once, and again only when asked. */
  of: (name: string, ...rest: readonly unknown[]) => [name, ...rest] as const,
} as const;
