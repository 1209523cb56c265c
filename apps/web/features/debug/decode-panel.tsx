"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Definition, DefinitionList } from "@/components/ui/definition";
import { Panel } from "@/components/ui/panel";
import { TextField } from "@/components/ui/text-field";
import { debugCopy } from "@/content/debug";
import { said } from "@/content/said";
import { queryKeys } from "@/features/data/query-keys";
import type { Decoded } from "./decode-text";

const copy = debugCopy.decode;

/** Revert data in, words out. */
export function DecodePanel() {
  const [text, setText] = useState("");
  const isEmpty = text.trim() === "";
  const { data } = useQuery({
    queryKey: queryKeys.of("decode", text),
    queryFn: async () => (await import("./decode-text")).decodeText(text),
    enabled: !isEmpty,
  });
  return (
    <Panel title={copy.title} data-debug-panel="decode">
      <div className="grid gap-3 px-4 pb-4">
        <TextField label={copy.label} value={text} onChange={setText} />
        <div role="status" data-slot="decoded" data-type={isEmpty ? undefined : data?.type}>
          {isEmpty || data === undefined ? (
            <p className="text-12 text-fg-3">{copy.about}</p>
          ) : (
            <Answer decoded={data} />
          )}
        </div>
      </div>
    </Panel>
  );
}

function Answer({ decoded }: { readonly decoded: Decoded }) {
  if (decoded.type === "none") return <p className="text-fg-2">{copy.none}</p>;
  if (decoded.type === "unknown")
    return <p className="break-all text-fg-2">{copy.unknown(decoded.selector)}</p>;
  return (
    <div className="grid gap-2">
      {decoded.type === "error" && <p>{said(decoded.sentence)}</p>}
      <DefinitionList>
        <Definition term={copy.name}>
          <code className="break-all font-mono text-12">{decoded.name}</code>
        </Definition>
      </DefinitionList>
    </div>
  );
}
