import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import ErrorPage from "@/app/error";

const failure = (name: string) => Object.assign(new Error("secret details"), { name });

test("a page that stopped says what it means for positions, shows no internals, and tries again in place", async () => {
  const user = userEvent.setup();
  const reset = vi.fn();
  render(<ErrorPage error={failure("TypeError")} reset={reset} />);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("This page stopped working");
  expect(screen.getByRole("alert").textContent).toContain(
    "Your positions are on the chain and are not affected.",
  );
  expect(document.body.textContent).not.toContain("secret details");
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(reset).toHaveBeenCalledOnce();
});

test("a part that did not load is fetched with the whole page", async () => {
  const user = userEvent.setup();
  const reset = vi.fn();
  const reload = vi.spyOn(window.location, "reload").mockImplementation(() => {});
  render(<ErrorPage error={failure("ChunkLoadError")} reset={reset} />);
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(reload).toHaveBeenCalledOnce();
  expect(reset).not.toHaveBeenCalled();
});
