import type { Address, Hex } from "viem";
import { create } from "zustand";

/** What the demo wallet asks a person to approve. */
export type DemoRequest =
  | {
      readonly type: "transaction";
      readonly from: Address;
      readonly to: Address | undefined;
      readonly data: Hex;
      readonly value: bigint;
    }
  | { readonly type: "message"; readonly from: Address; readonly text: string }
  | { readonly type: "typedData"; readonly from: Address; readonly json: string };

export interface PendingRequest {
  readonly id: number;
  readonly request: DemoRequest;
  readonly answer: (approved: boolean) => void;
}

interface DemoRequests {
  readonly queue: readonly PendingRequest[];
}

export const useDemoRequests = create<DemoRequests>(() => ({ queue: [] }));

let nextId = 1;

/** Puts a request before the person; resolves with the answer. */
export function askForApproval(request: DemoRequest): Promise<boolean> {
  return new Promise((resolve) => {
    const id = nextId++;
    const answer = (approved: boolean) => {
      useDemoRequests.setState(({ queue }) => ({ queue: queue.filter((pending) => pending.id !== id) }));
      resolve(approved);
    };
    useDemoRequests.setState(({ queue }) => ({ queue: [...queue, { id, request, answer }] }));
  });
}
