import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { HealthPanel } from "@/features/risk/health-panel";
import { viewOf } from "./support/risk";

test("health of all accounts is a list with its own values, and says when it has none", () => {
  const { rerender } = render(<HealthPanel view={viewOf()} />);
  const bars = screen.getByRole("list", { name: /Debt of all accounts by health\. \$0 is below 1\.00/ });
  expect(bars.children).toHaveLength(7);
  rerender(<HealthPanel view={viewOf({ longs: [], shorts: [] })} />);
  expect(screen.getByText("No debt")).toBeTruthy();
  rerender(<HealthPanel view={viewOf({ longs: [], shorts: [], coverage: null })} />);
  expect(screen.getByText("One chart per pair")).toBeTruthy();
});
