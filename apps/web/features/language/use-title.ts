"use client";

import { useEffect } from "react";
import { common } from "@/content/common";
import { spoken } from "@/content/translated";

/** Names the tab in the language of the page: the server, and what it sends with each navigation, speaks English. */
export function useTitle(page: string | undefined): void {
  useEffect(() => {
    if (page === undefined || spoken().language === undefined) return;
    const wanted = `${page} · ${common.product}`;
    const put = () => {
      if (document.title !== wanted) document.title = wanted;
    };
    put();
    // the English one comes with the page, sometimes after this
    const observer = new MutationObserver(put);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [page]);
}
