"use client";

import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { Icon } from "@/components/icon";
import { Button } from "@/components/ui/button";
import { shellCopy } from "@/content/shell";

const never = () => () => {};

/** Dark and light. The server does not know the choice, so the label waits for the browser. */
export function ThemeToggle() {
  const { resolvedTheme, setTheme } = useTheme();
  const isBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const isLight = isBrowser && resolvedTheme === "light";
  return (
    <Button
      variant="ghost"
      size="icon"
      aria-label={isLight ? shellCopy.theme.toDark : shellCopy.theme.toLight}
      onClick={() => setTheme(isLight ? "dark" : "light")}
    >
      <Icon name={isLight ? "sun" : "moon"} />
    </Button>
  );
}
