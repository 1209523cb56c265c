import type { ChildProcess } from "node:child_process";

export interface StartOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly log?: string;
  readonly errorLog?: string;
}

export interface Child extends ChildProcess {
  readonly exited: Promise<{ readonly code: number | string }>;
}

export class CommandFailedError extends Error {
  override readonly name: "CommandFailedError";
  constructor(what: string, code: number | string, output: string);
}

export function start(command: string, args: readonly string[], options?: StartOptions): Child;
export function run(
  what: string,
  command: string,
  args: readonly string[],
  options?: StartOptions,
): Promise<void>;
export function exitCode(
  command: string,
  args: readonly string[],
  options?: StartOptions,
): Promise<number | string>;
export function stop(child: Child): Promise<void>;
export function stopAll(): Promise<void>;
export function tail(file: string, lines?: number): string;
