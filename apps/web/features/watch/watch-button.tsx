"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { watchCopy } from "@/content/watch";

const WatchDialog = dynamic(() => import("./watch-dialog").then((module) => module.WatchDialog), {
  ssr: false,
});

/** Opens the question whom to watch. */
export function WatchButton(props: Pick<ButtonProps, "size" | "variant" | "className">) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button {...props} onClick={() => setOpen(true)}>
        {watchCopy.dialog.open}
      </Button>
      {isOpen && <WatchDialog onClose={() => setOpen(false)} />}
    </>
  );
}
