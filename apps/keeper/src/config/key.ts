import { readFileSync, statSync } from "node:fs";
import { Keystore } from "ox";
import { type Hex, isHex, type LocalAccount } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { KeyError } from "../errors";
import type { Settings } from "./settings";

/** Bits of a mode that let anybody but the owner of a file at it. */
const OTHERS = 0o077;

/** A key that signs, and what of it must never appear in a log. */
export interface Key {
  readonly account: LocalAccount;
  readonly secrets: readonly string[];
}

type KeySettings = Pick<Settings, "keyFile" | "keystoreFile" | "passwordFile">;

/** The key of the settings; undefined if they name none. */
export function loadKey({ keyFile, keystoreFile, passwordFile }: KeySettings): Key | undefined {
  if (keyFile !== undefined) return keyOf(secretOf(keyFile), keyFile, []);
  if (keystoreFile === undefined || passwordFile === undefined) return undefined;
  const password = secretOf(passwordFile);
  return keyOf(decrypted(keystoreFile, password), keystoreFile, [password]);
}

function keyOf(text: string, file: string, others: readonly string[]): Key {
  const digits = text.replace(/^0x/, "");
  const privateKey = `0x${digits}` as Hex;
  if (digits.length !== 64 || !isHex(privateKey))
    throw new KeyError(`${file} does not hold a private key: 64 hexadecimal digits are expected.`);
  const secrets = [digits, digits.toLowerCase(), digits.toUpperCase(), ...others];
  return { account: privateKeyToAccount(privateKey), secrets: [...new Set(secrets)] };
}

/** Trimmed text of a file that nobody else may read. */
function secretOf(file: string): string {
  let mode: number;
  try {
    mode = statSync(file).mode;
  } catch {
    throw new KeyError(`${file} cannot be read.`);
  }
  if ((mode & OTHERS) !== 0)
    throw new KeyError(`${file} can be read by others (mode ${(mode & 0o777).toString(8)}): chmod 600 it.`);
  return readFileSync(file, "utf8").trim();
}

function decrypted(file: string, password: string): string {
  try {
    const keystore = JSON.parse(readFileSync(file, "utf8")) as Keystore.Keystore;
    return Keystore.decrypt(keystore, Keystore.toKey(keystore, { password }));
  } catch {
    // What went wrong inside could quote what it worked on.
    throw new KeyError(`${file} cannot be opened: it is no keystore (V3), or the password is wrong.`);
  }
}
