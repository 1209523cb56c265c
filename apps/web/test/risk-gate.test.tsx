import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { RiskGate } from "@/features/help/risk-gate";
import { useRisksAccepted } from "@/features/help/risk-store";

beforeEach(() => {
  localStorage.clear();
  useRisksAccepted.setState({ isAccepted: false });
});

const gate = () =>
  render(
    <RiskGate>
      <button type="button">Confirm</button>
    </RiskGate>,
  );

test("the first confirmation comes after the risks, by keyboard too, and is one Tab away then", async () => {
  const user = userEvent.setup();
  gate();
  expect(screen.queryByRole("button", { name: "Confirm" })).toBeNull();
  expect(screen.getByRole("region", { name: "Before your first transaction" }).textContent).toContain(
    "unaudited",
  );
  await user.tab();
  await user.keyboard("{Enter}");
  expect(screen.queryByRole("region")).toBeNull();
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Confirm" }));
});

test("they are asked once per browser", async () => {
  const user = userEvent.setup();
  gate();
  await user.click(screen.getByRole("button", { name: "I understand the risks" }));
  vi.resetModules();
  const again = await import("@/features/help/risk-store");
  expect(again.useRisksAccepted.getState().isAccepted).toBe(true);
});

test("a browser that keeps nothing asks again, and lets go on", async () => {
  const user = userEvent.setup();
  const refuse = vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  gate();
  await user.click(screen.getByRole("button", { name: "I understand the risks" }));
  expect(screen.getByRole("button", { name: "Confirm" })).toBeTruthy();
  refuse.mockRestore();
});
