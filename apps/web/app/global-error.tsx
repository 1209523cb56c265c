"use client";

import { shellCopy } from "@/content/shell";
import { spoken } from "@/content/translated";

const copy = shellCopy.crash;

export default function GlobalErrorPage() {
  return (
    <html lang={spoken().language ?? "en"}>
      <body>
        <h1>{copy.title}</h1>
        <p>{copy.body}</p>
        <button type="button" onClick={() => window.location.reload()}>
          {copy.retry}
        </button>
      </body>
    </html>
  );
}
