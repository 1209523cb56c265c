import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

/** Where records go; what `append` has returned from survives the end of the process. */
export interface Journal {
  append(record: unknown): void;
}

/** Integers as `{"$n":"123"}`: JSON has none of their size. */
function write(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? { $n: String(value) } : value;
}

function read(_: string, value: unknown): unknown {
  return typeof value === "object" && value !== null && "$n" in value ? BigInt(String(value.$n)) : value;
}

/** A value as a line of text, and back. */
export const toLine = (value: unknown): string => JSON.stringify(value, write);
export const fromLine = (line: string): unknown => JSON.parse(line, read);

/** A file of records, one a line, each on the disk before `append` returns. */
export class FileJournal implements Journal {
  private readonly file: string;
  private descriptor: number | undefined;

  constructor(file: string) {
    this.file = file;
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  }

  /** Every whole record. What a crash cut off in the middle of a line was never acted upon. */
  records(): readonly unknown[] {
    if (!existsSync(this.file)) return [];
    const lines = readFileSync(this.file, "utf8").split("\n");
    lines.pop();
    return lines.filter((line) => line !== "").map(fromLine);
  }

  append(record: unknown): void {
    this.descriptor ??= openSync(this.file, "a", 0o600);
    put(this.descriptor, `${toLine(record)}\n`);
  }

  /** Starts anew with these records, whole or not at all. */
  rewrite(records: readonly unknown[]): void {
    this.close();
    const fresh = `${this.file}.new`;
    const descriptor = openSync(fresh, "w", 0o600);
    put(descriptor, records.map((record) => `${toLine(record)}\n`).join(""));
    closeSync(descriptor);
    renameSync(fresh, this.file);
  }

  close(): void {
    if (this.descriptor !== undefined) closeSync(this.descriptor);
    this.descriptor = undefined;
  }
}

function put(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
  fsyncSync(descriptor);
}
