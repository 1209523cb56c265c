import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Keystore } from "ox";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, it } from "vitest";
import { loadKey } from "../../src/config/key";
import { KeyError } from "../../src/errors";

const PRIVATE_KEY = "0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";
const folder = mkdtempSync(join(tmpdir(), "keeper-"));
const none = { keyFile: undefined, keystoreFile: undefined, passwordFile: undefined };
let files = 0;

function file(text: string, mode = 0o600): string {
  const path = join(folder, String(files++));
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

function keystore(): string {
  const [key, options] = Keystore.pbkdf2({ password: "correct horse", iterations: 2_000 });
  return file(JSON.stringify(Keystore.encrypt(PRIVATE_KEY, key, options)));
}

describe("the key", () => {
  it.each([PRIVATE_KEY, `${PRIVATE_KEY.slice(2)}\n`])("comes from a file of mode 600", (text) => {
    const key = loadKey({ ...none, keyFile: file(text) });
    expect(key?.account.address).toBe(privateKeyToAccount(PRIVATE_KEY).address);
  });

  it("comes from an encrypted keystore", () => {
    const passwordFile = file("correct horse\n");
    const key = loadKey({ ...none, keystoreFile: keystore(), passwordFile });
    expect(key?.account.address).toBe(privateKeyToAccount(PRIVATE_KEY).address);
    expect(key?.secrets).toContain("correct horse");
  });

  it("is not needed", () => {
    expect(loadKey(none)).toBeUndefined();
  });

  it.each([0o644, 0o640, 0o604])("is refused from a file of mode %o", (mode) => {
    expect(() => loadKey({ ...none, keyFile: file(PRIVATE_KEY, mode) })).toThrow("chmod 600");
  });

  it.each(["", "0x12", `${PRIVATE_KEY}00`, `0x${"z".repeat(64)}`])(
    "is refused when it is none: %j",
    (text) => {
      const load = () => loadKey({ ...none, keyFile: file(text) });
      expect(load).toThrow(KeyError);
      expect(load).toThrow("64 hexadecimal digits");
    },
  );

  it("does not say what it read when a keystore cannot be opened", () => {
    const passwordFile = file("wrong password");
    for (const keystoreFile of [keystore(), file("{}"), file(PRIVATE_KEY)]) {
      const load = () => loadKey({ ...none, keystoreFile, passwordFile });
      expect(load).toThrow("the password is wrong");
      expect(load).not.toThrow(PRIVATE_KEY.slice(2));
      expect(load).not.toThrow("wrong password");
    }
  });
});
