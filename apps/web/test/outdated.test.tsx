import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RuntimeProvider } from "@/features/data/runtime-context";
import { useRpc } from "@/features/rpc/rpc-store";
import { LateBanners } from "@/features/shell/late-banners";
import { fixture } from "./support/market";

const runtime = {
  rpcUrls: ["https://first.test/secret-key", "https://second.test"] as const,
  controlUrl: undefined,
  indexerUrl: undefined,
  chainId: 31_337,
  version: "one:31337:0xabc",
  deployment: fixture().deployment,
};

function show() {
  render(
    <RuntimeProvider value={runtime}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <LateBanners />
      </QueryClientProvider>
    </RuntimeProvider>,
  );
}

function serverSays(answer: () => Promise<Response>) {
  const fetched = vi.fn(answer);
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

/** Five minutes pass. */
const wait = () => act(() => vi.advanceTimersByTimeAsync(300_001));

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  useRpc.setState({ current: 0 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a page of the server's version asks seldom, and says nothing", async () => {
  const fetched = serverSays(async () => Response.json({ version: runtime.version }));
  show();
  expect(fetched).not.toHaveBeenCalled();
  await wait();
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole("status")).toBeNull();
});

test("another build or other contracts are told, with the way to load them", async () => {
  serverSays(async () => Response.json({ version: "two:31337:0xabc" }));
  show();
  await wait();
  await waitFor(() => expect(screen.getByRole("status").textContent).toContain("This page is out of date."));
  expect(screen.getByRole("button", { name: "Load again" })).toBeTruthy();
});

test.each([
  ["does not answer", async () => Promise.reject(new TypeError("Failed to fetch"))],
  ["fails", async () => Response.json({}, { status: 500 })],
  ["answers something else", async () => Response.json({ version: 7 })],
])("a server that %s says nothing of its version", async (_, answer) => {
  const fetched = serverSays(answer);
  show();
  await wait();
  expect(fetched).toHaveBeenCalled();
  expect(screen.queryByRole("status")).toBeNull();
});

test("another endpoint is named, without the keys in its address", () => {
  serverSays(async () => Response.json({ version: runtime.version }));
  show();
  act(() => useRpc.setState({ current: 1 }));
  const said = screen.getByRole("status").textContent;
  expect(said).toContain("Read from second.test.");
  expect(said).toContain("first.test does not answer.");
  expect(said).not.toContain("secret-key");
  act(() => useRpc.setState({ current: 0 }));
  expect(screen.queryByRole("status")).toBeNull();
});
