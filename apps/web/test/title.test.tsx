import { render, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Dictionary } from "@/content/dictionary";
import { install } from "@/content/translated";
import { useTitle } from "@/features/language/use-title";

function Page({ name }: { readonly name: string | undefined }) {
  useTitle(name);
  return null;
}

beforeEach(() => {
  document.title = "Earn · Gimbal";
});
afterEach(() => install({}));

test("in English the tab has the server's title", () => {
  render(<Page name="Verleihen" />);
  expect(document.title).toBe("Earn · Gimbal");
});

test("in another language it has the page's, also when the server's comes later", async () => {
  install({ language: "de" } as Partial<Dictionary>);
  const { rerender } = render(<Page name="Verleihen" />);
  expect(document.title).toBe("Verleihen · Gimbal");
  document.title = "Risk · Gimbal";
  rerender(<Page name="Risiko" />);
  expect(document.title).toBe("Risiko · Gimbal");
  document.title = "Risk · Gimbal";
  await waitFor(() => expect(document.title).toBe("Risiko · Gimbal"));
});

test("a page that names itself keeps its title", () => {
  install({ language: "de" } as Partial<Dictionary>);
  document.title = "ETH/USDC · Gimbal";
  render(<Page name={undefined} />);
  expect(document.title).toBe("ETH/USDC · Gimbal");
});
