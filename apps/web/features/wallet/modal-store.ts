import { create } from "zustand";

/** Counts how often the connect modal was asked for; the modal itself loads with the first time. */
export const useConnectModal = create<{ readonly opened: number }>(() => ({ opened: 0 }));

export function openConnectModal(): void {
  useConnectModal.setState(({ opened }) => ({ opened: opened + 1 }));
}
