import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { WalletWait } from "@/features/transaction/wallet-wait";

afterEach(() => {
  vi.useRealTimers();
});

describe("waiting for the wallet", () => {
  test("after a minute it says what to look for, and can be stopped all the time", async () => {
    vi.useFakeTimers();
    const onStop = vi.fn();
    render(<WalletWait onStop={onStop} />);
    act(() => screen.getByRole("button", { name: "Stop waiting" }).click());
    expect(onStop).toHaveBeenCalledOnce();
    act(() => void vi.advanceTimersByTime(59_999));
    expect(screen.getByRole("status").textContent).toBe("");
    act(() => void vi.advanceTimersByTime(1));
    expect(screen.getByRole("status").textContent).toContain("Still waiting for the wallet");
  });

  test("whoever has confirmed can have it looked for, and hears when there is nothing", async () => {
    const onLook = vi.fn(async () => false);
    render(<WalletWait onStop={() => {}} onLook={onLook} />);
    await userEvent.click(screen.getByRole("button", { name: "I have confirmed it" }));
    expect(onLook).toHaveBeenCalledOnce();
    expect(screen.getByRole("status").textContent).toContain("Nothing of it is on the chain yet");
  });

  test("a signature cannot be looked for", () => {
    render(<WalletWait onStop={() => {}} />);
    expect(screen.queryByRole("button", { name: "I have confirmed it" })).toBeNull();
  });
});
