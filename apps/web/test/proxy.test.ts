// @vitest-environment node
import { NextRequest } from "next/server";
import { afterEach, expect, test, vi } from "vitest";
import { proxy } from "@/proxy";

afterEach(() => vi.unstubAllEnvs());

const answer = () => proxy(new NextRequest("http://app.test/trade/eth-usdc"));

function policy(): ReadonlyMap<string, readonly string[]> {
  const text = answer().headers.get("content-security-policy") ?? "";
  const directives = text.split("; ").map((directive) => directive.split(" "));
  return new Map(directives.map(([name = "", ...values]) => [name, values]));
}

test("scripts run by a nonce of one request, and by nothing else", () => {
  const [first, second] = [policy(), policy()].map((rules) => rules.get("script-src") ?? []);
  for (const values of [first, second]) {
    expect(values).toHaveLength(3);
    expect(values).toContain("'self'");
    expect(values).toContain("'strict-dynamic'");
    expect(values?.join(" ")).toMatch(/'nonce-[A-Za-z0-9+/=]{24,}'/);
    expect(values?.join(" ")).not.toMatch(/unsafe|\*|https?:/);
  }
  expect(first).not.toEqual(second);
});

test("the page is told its nonce, so that its own scripts carry it", () => {
  const { headers } = answer();
  const nonce = headers.get("x-middleware-request-x-nonce") ?? "";
  expect(nonce).not.toBe("");
  expect(headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
});

test("it talks to its own server and to the endpoints of the environment, and to no other host", () => {
  vi.stubEnv("GIMBAL_RPC_URL", "https://a.test/key,https://b.test");
  vi.stubEnv("GIMBAL_CONTROL_URL", "");
  vi.stubEnv("GIMBAL_INDEXER_URL", "https://index.test/v1");
  const rules = policy();
  expect(rules.get("connect-src")).toEqual([
    "'self'",
    "https://a.test",
    "https://b.test",
    "https://index.test",
  ]);
  expect(rules.get("default-src")).toEqual(["'none'"]);
  for (const name of ["base-uri", "form-action", "frame-ancestors", "object-src"])
    expect(rules.get(name), name).toEqual(["'none'"]);
  for (const name of ["font-src", "img-src", "manifest-src"])
    expect(rules.get(name)?.join(" "), name).not.toMatch(/https?:|\*/);
});

test("other headers keep frames, types and referrers to themselves", () => {
  const { headers } = answer();
  expect(headers.get("x-frame-options")).toBe("DENY");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
});
