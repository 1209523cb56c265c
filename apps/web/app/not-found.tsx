"use client";

import dynamic from "next/dynamic";

/** In a part of its own: no other page sends it. */
const NotFoundScreen = dynamic(() =>
  import("@/features/shell/not-found-screen").then((module) => module.NotFoundScreen),
);

export default function NotFound() {
  return <NotFoundScreen />;
}
