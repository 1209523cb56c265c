import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { LiquidityToggle } from "@/features/demo/liquidity-toggle";

const reads = vi.hoisted(() => ({ side: undefined as "in" | "out" | undefined }));
vi.mock("@/features/demo/use-pool-liquidity", () => ({ usePoolLiquidity: () => reads.side }));

describe("the liquidity of a pool in the demo bar", () => {
  test("is pulled, and put back", async () => {
    const run = vi.fn();
    reads.side = "in";
    const { rerender } = render(<LiquidityToggle asset="ETH" run={run} pending={false} />);
    expect(screen.getByText("full")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Pull liquidity of the ETH pool" }));
    expect(run.mock.lastCall?.[0].command).toEqual({
      path: "/liquidity",
      body: { asset: "ETH", liquidity: "out" },
    });
    reads.side = "out";
    rerender(<LiquidityToggle asset="ETH" run={run} pending={false} />);
    expect(screen.getByText("pulled")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Restore liquidity of the ETH pool" }));
    expect(run.mock.lastCall?.[0].command.body).toEqual({ asset: "ETH", liquidity: "in" });
  });

  test("waits while a command runs, and until the endpoint has said where it is", () => {
    reads.side = "in";
    const { rerender } = render(<LiquidityToggle asset="ETH" run={() => {}} pending />);
    const button = screen.getByRole("button");
    expect(button).toHaveProperty("disabled", true);
    reads.side = undefined;
    rerender(<LiquidityToggle asset="ETH" run={() => {}} pending={false} />);
    expect(screen.getByRole("button")).toHaveProperty("disabled", true);
    expect(screen.getByText("—")).toBeTruthy();
  });
});
