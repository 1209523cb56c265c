"use client";

import "@rainbow-me/rainbowkit/styles.css";
import {
  darkTheme,
  lightTheme,
  RainbowKitProvider,
  useConnectModal as useModal,
} from "@rainbow-me/rainbowkit";
import { useTheme } from "next-themes";
import { useEffect, useRef } from "react";
import { common } from "@/content/common";
import { spoken } from "@/content/translated";
import { useConnectModal } from "./modal-store";

const dark = darkTheme({ accentColor: "#8fb3ff", accentColorForeground: "#0c0d0f", borderRadius: "medium" });
const light = lightTheme({
  accentColor: "#2353c4",
  accentColorForeground: "#ffffff",
  borderRadius: "medium",
});

const surfaces = {
  dark: {
    modalBackground: "#121316",
    modalBorder: "#363a42",
    modalText: "#eeeff1",
    modalTextSecondary: "#b0b3ba",
  },
  light: {
    modalBackground: "#ffffff",
    modalBorder: "#d0d0cb",
    modalText: "#17181b",
    modalTextSecondary: "#4d5058",
  },
} as const;

const themes = {
  dark: { ...dark, colors: { ...dark.colors, ...surfaces.dark }, fonts: { body: "var(--font)" } },
  light: { ...light, colors: { ...light.colors, ...surfaces.light }, fonts: { body: "var(--font)" } },
};

/** RainbowKit's list of wallets. Loaded when it is asked for the first time. */
export function ConnectModal() {
  const { resolvedTheme } = useTheme();
  return (
    <RainbowKitProvider
      modalSize="compact"
      theme={resolvedTheme === "light" ? themes.light : themes.dark}
      locale={spoken().language ?? "en"}
      appInfo={{ appName: common.product }}
    >
      <OpenWhenAsked />
    </RainbowKitProvider>
  );
}

function OpenWhenAsked() {
  const asked = useConnectModal((state) => state.opened);
  const answered = useRef(0);
  const { openConnectModal } = useModal();
  useEffect(() => {
    if (openConnectModal === undefined || asked === answered.current) return;
    answered.current = asked;
    openConnectModal();
  }, [asked, openConnectModal]);
  return null;
}
