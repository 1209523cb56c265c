"use client";

import dynamic from "next/dynamic";
import type { Notice } from "./notice";

export type { Notice } from "./notice";

const load = () => import("./notices");

let count = 0;

/** Shows a notice, or replaces the one with the same id. Returns the id. */
export function notify(notice: Notice, id = `notice-${++count}`): string {
  void load().then(({ showNotice }) => showNotice(notice, id));
  return id;
}

export function dismissNotice(id: string): void {
  void load().then(({ hideNotice }) => hideNotice(id));
}

/** Where notices appear; mounted once by the shell. */
export const Notices = dynamic(() => load().then(({ NoticeStack }) => NoticeStack), { ssr: false });
