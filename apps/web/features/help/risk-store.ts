import { create } from "zustand";

/** Goes up when the risks change: then they are read again. */
const KEY = "gimbal.risks.1";

interface RiskStore {
  readonly isAccepted: boolean;
  readonly accept: () => void;
}

function isKept(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** Whether this browser's user has read what can be lost. Only what loads after the page may use it: the server cannot know. */
export const useRisksAccepted = create<RiskStore>((set) => ({
  isAccepted: isKept(),
  accept: () => {
    set({ isAccepted: true });
    try {
      localStorage.setItem(KEY, "1");
    } catch {
      // asked again next time
    }
  },
}));
