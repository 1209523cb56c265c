"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { notify } from "@/components/ui/toast";
import { demoCopy } from "@/content/demo";
import { useRuntime } from "@/features/data/runtime-context";
import { useRefresh } from "@/features/data/watcher";
import { type ControlCommand, sendControl } from "./control";
import { liquidityKey } from "./use-pool-liquidity";

interface ControlAction {
  readonly command: ControlCommand;
  readonly done: { readonly title: string; readonly detail?: string };
}

export interface Control {
  readonly run: (action: ControlAction) => void;
  readonly pending: boolean;
}

/** One command at a time; the page is at the new block when `pending` ends. */
export function useControl(): Control {
  const { controlUrl } = useRuntime();
  const refresh = useRefresh();
  const queryClient = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ command }: ControlAction) => {
      if (controlUrl === undefined) throw new ReferenceError(demoCopy.unreachable);
      await sendControl(controlUrl, command);
      await Promise.all([refresh(), queryClient.invalidateQueries({ queryKey: liquidityKey })]);
    },
    onSuccess: (_, { done }) => notify({ kind: "done", ...done }),
    onError: (error) => notify({ kind: "failed", title: demoCopy.failed, detail: error.message }),
  });
  return { run: mutate, pending: isPending };
}
