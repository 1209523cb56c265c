"use client";

import dynamic from "next/dynamic";
import { useConnectModal } from "./modal-store";

export const loadConnectModal = () => import("./connect-modal").then(({ ConnectModal }) => ConnectModal);
const ConnectModal = dynamic(loadConnectModal, { ssr: false });

/** Mounts the connect modal when it is asked for the first time. */
export function ConnectModalHost() {
  const isAsked = useConnectModal(({ opened }) => opened > 0);
  return isAsked ? <ConnectModal /> : null;
}
