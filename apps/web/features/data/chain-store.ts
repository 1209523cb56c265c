import { create } from "zustand";
import {
  type DataStatus,
  initialWatch,
  reduceWatch,
  type StatusLimits,
  statusOf,
  type WatchEvent,
  type WatchState,
} from "./watch-state";

interface ChainStore {
  readonly watch: WatchState;
  readonly status: DataStatus;
}

/** State of the block watcher of this tab. `status` keeps its identity while it says the same. */
export const useChainStore = create<ChainStore>(() => ({
  watch: initialWatch,
  status: { status: "loading" },
}));

/** Takes in what the watcher saw. */
export function dispatchWatch(event: WatchEvent, limits: StatusLimits): void {
  useChainStore.setState(({ watch, status }) => {
    const next = reduceWatch(watch, event);
    return { watch: next, status: same(status, statusOf(next, event.at, limits)) };
  });
}

/** Lets time pass: silence turns into `stale`, and an age grows. */
export function tickWatch(now: number, limits: StatusLimits): void {
  const { watch, status } = useChainStore.getState();
  const next = same(status, statusOf(watch, now, limits));
  if (next !== status) useChainStore.setState({ status: next });
}

function same(old: DataStatus, next: DataStatus): DataStatus {
  const oldValues: Readonly<Record<string, unknown>> = { ...old };
  const entries = Object.entries(next);
  const isSame =
    Object.keys(oldValues).length === entries.length &&
    entries.every(([name, value]) => oldValues[name] === value);
  return isSame ? old : next;
}
