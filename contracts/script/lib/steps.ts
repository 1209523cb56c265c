import type { Call, Session, WriteClient } from "./session";
import { same } from "./session";

/** A value that must be so on the chain: read it, and write it only if it differs. */
export interface Setting {
  readonly read: Call;
  readonly expected: unknown;
  readonly write: Call;
}

/** Applies a setting; true if a transaction was needed. */
export async function ensure(session: Session, setting: Setting, wallet?: WriteClient): Promise<boolean> {
  if (same(await session.read(setting.read), setting.expected)) return false;
  await session.write(setting.write, wallet);
  return true;
}
