import { create } from "zustand";

interface OwnBlockStore {
  /** Newest block with a transaction of this page; undefined before the first. */
  readonly block: bigint | undefined;
  readonly mined: (block: bigint) => void;
}

/** What an index has to reach before it knows of what a person just did. */
export const useOwnBlock = create<OwnBlockStore>((set) => ({
  block: undefined,
  mined: (block) => set((state) => (state.block !== undefined && state.block >= block ? state : { block })),
}));
