import { create } from "zustand";

interface RpcStore {
  /** Place of the endpoint that is asked, among those of the server; 0 is the preferred one. */
  readonly current: number;
}

export const useRpc = create<RpcStore>(() => ({ current: 0 }));
