"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import type { ComponentProps } from "react";
import { WATCH, watchedHref } from "./watch-param";

type AppLinkProps = Omit<ComponentProps<typeof Link>, "href"> & { readonly href: string };

/** A link inside the app: whoever is watched stays watched on the next page. */
export function AppLink({ href, ...rest }: AppLinkProps) {
  const watched = useSearchParams().get(WATCH);
  return <Link {...rest} href={watchedHref(href, watched)} />;
}
