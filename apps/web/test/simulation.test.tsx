import { type Snapshot, WAD } from "@gimbal/sdk";
import { tradeRouterAbi } from "@gimbal/sdk/abis";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, renderHook, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { type Client, createClient, custom, encodeErrorResult, type Hex } from "viem";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CallList } from "@/features/transaction/call-list";
import { feeRow } from "@/features/transaction/fee-row";
import { planOf } from "@/features/transaction/plan-trade";
import { problemFrom } from "@/features/transaction/problem";
import { ProblemNote } from "@/features/transaction/problem-note";
import { SimulationLine } from "@/features/transaction/simulation-line";
import { useSimulation } from "@/features/transaction/use-simulation";
import { accountOf, fixture, LIMITS, OWNER, USDC } from "./support/market";

const GAS = 300_000n;
const refusal = encodeErrorResult({
  abi: tradeRouterAbi,
  errorName: "SlippageExceeded",
  args: [WAD, 2n * WAD],
});

interface Answer {
  readonly status: "0x1" | "0x0";
  readonly data?: Hex;
}

let chain: { answers: readonly Answer[] | "unsupported" };
let asked: string[];
let client: Client;
vi.mock("wagmi", () => ({ useClient: () => client }));
vi.mock("@/features/data/runtime-context", () => ({ useRuntime: () => ({ chainId: 31337 }) }));

/** A node that answers each call in turn. */
const request = async ({ method }: { method: string }) => {
  asked.push(method);
  if (method === "eth_gasPrice") return "0x3b9aca00";
  if (chain.answers === "unsupported" && method === "eth_simulateV1") {
    throw Object.assign(new Error("no such method"), { code: -32601 });
  }
  if (method === "eth_simulateV1") {
    const answers = chain.answers as readonly Answer[];
    const calls = answers.map(({ status, data }) => ({
      status,
      gasUsed: `0x${GAS.toString(16)}`,
      returnData: data ?? "0x",
      ...(status === "0x0" && { error: { data } }),
    }));
    return [{ calls }];
  }
  if (method === "eth_call") return "0x";
  if (method === "eth_estimateGas") return `0x${GAS.toString(16)}`;
  throw new TypeError(method);
};

let queries: QueryClient;
const wrapper = ({ children }: { readonly children: ReactNode }) => (
  <QueryClientProvider client={queries}>{children}</QueryClientProvider>
);
const planFor = (allowance: bigint) =>
  planOf(
    {
      type: "open",
      account: accountOf("long"),
      market: 1,
      side: "long",
      base: 1,
      equity: 1_000n * USDC,
      borrow: 2_000n * USDC,
    },
    { snapshot: fixture({ allowance }), limits: LIMITS },
  );
const snapshot: Snapshot = fixture();
const simulationOf = (allowance: bigint) =>
  renderHook(
    ({ paused }) => useSimulation("review", planFor(allowance), snapshot, { owner: OWNER, paused }),
    { wrapper, initialProps: { paused: false } },
  );

beforeEach(() => {
  queries = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: "always" } } });
  asked = [];
  chain = { answers: [{ status: "0x1" }, { status: "0x1" }] };
  client = createClient({ transport: custom({ request: request as never }, { retryCount: 0 }) });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("what the chain says before anything is signed", () => {
  test("a missing allowance is supposed, and everything together has a fee", async () => {
    const { result } = simulationOf(0n);
    await waitFor(() => expect(result.current.status).toBe("passed"));
    expect(result.current).toMatchObject({ block: snapshot.blockNumber, fee: 2n * GAS * 10n ** 9n });
    expect(asked).toEqual(["eth_simulateV1", "eth_gasPrice"]);
  });

  test("an order that would fail is refused although its allowance is missing", async () => {
    chain.answers = [{ status: "0x1" }, { status: "0x0", data: refusal }];
    const { result } = simulationOf(0n);
    await waitFor(() => expect(result.current.status).toBe("failed"));
    expect(result.current).toMatchObject({ error: { name: "SlippageExceededError" } });
  });

  test.each<[string, readonly Answer[] | "unsupported"]>([
    ["a node that cannot suppose", "unsupported"],
    ["a token that first wants its allowance back", [{ status: "0x0" }, { status: "0x0" }]],
  ])("%s leaves the check to the run", async (_, answers) => {
    chain.answers = answers;
    const { result } = simulationOf(0n);
    await waitFor(() => expect(result.current.status).toBe("later"));
  });

  test("with the allowance it runs the order itself", async () => {
    const { result } = simulationOf(1_000n * USDC);
    await waitFor(() => expect(result.current).toMatchObject({ status: "passed", fee: GAS * 10n ** 9n }));
    expect(asked).toEqual(["eth_call", "eth_estimateGas", "eth_gasPrice"]);
  });

  test("it is asked again after half a minute, and not while the order runs", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { rerender } = simulationOf(0n);
    const times = () => asked.filter((method) => method === "eth_simulateV1").length;
    await act(() => vi.advanceTimersByTimeAsync(29_000));
    expect(times()).toBe(1);
    await act(() => vi.advanceTimersByTimeAsync(1_500));
    expect(times()).toBe(2);
    rerender({ paused: true });
    await act(() => vi.advanceTimersByTimeAsync(90_000));
    expect(times()).toBe(2);
  });
});

describe("the network fee", () => {
  const passed = { status: "passed", block: 1n, at: 0 } as const;
  const text = (row: ReturnType<typeof feeRow>) => row.after.replaceAll("\u00a0", " ");

  test("is in dollars where the coin has a price, rounded up, else in the coin", () => {
    const fee = 6n * 10n ** 14n;
    expect(text(feeRow({ ...passed, fee }, snapshot))).toBe("about $1.80");
    expect(text(feeRow({ ...passed, fee: 1n }, snapshot))).not.toMatch(/\$0\.00|^0 ETH/);
    expect(text(feeRow({ ...passed, fee }, { ...snapshot, markets: [] }))).toMatch(/^0\.000600 ETH$/);
  });

  test("is unknown, and not 0, until the chain has run it", () => {
    expect(feeRow({ status: "checking" }, snapshot)).toMatchObject({ after: "—", raw: undefined });
    expect(feeRow({ ...passed, fee: undefined }, snapshot)).toMatchObject({ after: "—", raw: undefined });
  });
});

test("the line says how old its answer is", () => {
  vi.useFakeTimers({ now: 1_000_000 });
  render(<SimulationLine simulation={{ status: "passed", block: 12n, at: 1_000_000, fee: 1n }} />);
  const line = () => document.querySelector('[data-slot="simulation"]')?.textContent;
  expect(line()).toBe("Checked on chain at block 12");
  act(() => void vi.advanceTimersByTime(20_000));
  expect(line()?.replaceAll("\u00a0", " ")).toBe("Checked on chain at block 12, 20 s ago");
});

describe("what can be copied", () => {
  test("the exact calls, allowance first", async () => {
    const user = userEvent.setup();
    const plan = planFor(0n);
    render(<CallList plan={plan} />);
    await user.click(screen.getByText("Exact calls"));
    await user.click(screen.getByRole("button", { name: "Copy the call" }));
    const [call] = plan.calls;
    expect(JSON.parse(await navigator.clipboard.readText())).toEqual({
      to: call?.to,
      data: call?.data,
      value: "0",
    });
    expect(screen.getAllByRole("listitem")).toHaveLength(2);
    expect(screen.getByRole("button", { name: "Copied" })).toBeDefined();
  });

  test("an error that no sentence was written for, with its data", async () => {
    const user = userEvent.setup();
    const data: Hex = "0xdeadbeef";
    const problem = await problemFrom(Object.assign(new Error("execution reverted"), { data }));
    render(<ProblemNote problem={problem} />);
    expect(screen.getByRole("alert").textContent).toContain("0xdeadbeef");
    await user.click(screen.getByRole("button", { name: "Copy details" }));
    expect(await navigator.clipboard.readText()).toContain("Details: 0xdeadbeef");
  });

  test("nothing of an error that is explained", async () => {
    render(<ProblemNote problem={await problemFrom(Object.assign(new Error("x"), { data: refusal }))} />);
    expect(screen.queryByRole("button")).toBeNull();
  });
});
