import { describe, expect, it } from "vitest";
import { createLogger, hostOf, secretsOf } from "../src/observe/log";

function logged(secrets: readonly string[], write: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger({ level: "trace", secrets, destination: { write: (line) => void lines.push(line) } }));
  return lines.join("");
}

describe("the logs", () => {
  const secret = "59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d";

  it("never hold a secret, wherever it comes from", () => {
    const text = logged([secret], (log) => {
      log.info({ account: { privateKey: `0x${secret}` } }, "field");
      log.warn(`in a message 0x${secret}`);
      log.error(new Error(`in an error: ${secret}`));
      log.info({ deep: { deeper: [{ x: `a${secret}b` }] } }, "nested");
    });
    expect(text.split("\n").length).toBe(5);
    expect(text).not.toContain(secret);
    expect(text).toContain("[hidden]");
  });

  it("write integers of any size", () => {
    expect(logged([], (log) => log.info({ wei: 2n ** 200n }, "x"))).toContain(`"wei":"${2n ** 200n}"`);
  });

  it("take what may be a key out of the address of an endpoint", () => {
    const url = "https://user:longpassword@rpc.example/v2/0123456789abcdef?token=secrettoken";
    expect(hostOf(url)).toBe("rpc.example");
    expect(secretsOf(url)).toEqual(["longpassword", "v2/0123456789abcdef", "token=secrettoken"]);
    expect(logged(secretsOf(url), (log) => log.warn(url))).not.toMatch(
      /longpassword|0123456789abcdef|secrettoken/,
    );
  });
});
