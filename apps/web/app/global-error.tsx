"use client";

import { shellCopy } from "@/content/shell";

const copy = shellCopy.crash;

export default function GlobalErrorPage() {
  return (
    <html lang="en">
      <body>
        <h1>{copy.title}</h1>
        <p>{copy.body}</p>
      </body>
    </html>
  );
}
