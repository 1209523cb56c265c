import { create } from "zustand";
import { persist } from "zustand/middleware";
import { browserStorage } from "@/lib/browser-storage";

/** One alarm that rang. */
export interface Alert {
  readonly id: string;
  readonly chainId: number;
  readonly sentence: string;
  /** Unix seconds of the browser. */
  readonly at: number;
}

interface AlertLog {
  readonly alerts: readonly Alert[];
  /** Those that rang since the list was last open. */
  readonly unread: number;
  readonly add: (alert: Alert) => void;
  readonly markRead: () => void;
  readonly clear: () => void;
}

const KEPT = 30;

/** Alarms that rang in this browser, newest first. */
export const useAlertLog = create<AlertLog>()(
  persist(
    (set) => ({
      alerts: [],
      unread: 0,
      add: (alert) =>
        set(({ alerts, unread }) => ({ alerts: [alert, ...alerts].slice(0, KEPT), unread: unread + 1 })),
      markRead: () => set(({ unread }) => (unread === 0 ? {} : { unread: 0 })),
      clear: () => set({ alerts: [], unread: 0 }),
    }),
    { name: "gimbal.alert-log", version: 1, skipHydration: true, storage: browserStorage() },
  ),
);
