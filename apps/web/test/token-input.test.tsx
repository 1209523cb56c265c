import { parseAmount } from "@gimbal/sdk";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, test, vi } from "vitest";
import type { FieldNote } from "@/components/ui/field-frame";
import { TokenInput } from "@/components/ui/token-input";

interface Setup {
  readonly note?: FieldNote;
  readonly onMax?: () => void;
}

function Amount({ note, onMax }: Setup) {
  const [text, setText] = useState("");
  return (
    <TokenInput
      label="Add collateral"
      symbol="USDC"
      value={text}
      onChange={setText}
      note={note}
      onMax={onMax}
    />
  );
}

const field = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Add collateral" });

describe("token input", () => {
  test.each(["1.2345678", "1,234.5", ".5", "1e6", "abc", "1,5"])(
    "keeps %s as it was typed",
    async (typed) => {
      render(<Amount />);
      await userEvent.type(field(), typed);
      expect(field().value).toBe(typed);
    },
  );

  test("what it keeps is what the SDK reads", async () => {
    render(<Amount />);
    await userEvent.type(field(), "20,000.50");
    expect(parseAmount(field().value, 6, "USDC")).toEqual({ type: "amount", amount: 20_000_500_000n });
  });

  test("asks for a decimal keypad and offers no suggestions", () => {
    render(<Amount />);
    expect(field().inputMode).toBe("decimal");
    expect(field().getAttribute("autocomplete")).toBe("off");
    expect(field().type).toBe("text");
  });

  test("an error belongs to the field and offers the way out", async () => {
    const useMax = vi.fn();
    render(
      <Amount
        note={{
          tone: "error",
          text: "12.40 USDC more than your balance.",
          action: { label: "Use Max", onPress: useMax },
        }}
      />,
    );
    expect(field().getAttribute("aria-invalid")).toBe("true");
    const note = document.getElementById(field().getAttribute("aria-describedby") ?? "");
    expect(note?.textContent).toContain("12.40 USDC more than your balance.");
    await userEvent.click(screen.getByRole("button", { name: "Use Max" }));
    expect(useMax).toHaveBeenCalledOnce();
  });

  test("a warning does not make the field invalid", () => {
    render(<Amount note={{ tone: "warning", text: "Health falls to 1.06." }} />);
    expect(field().getAttribute("aria-invalid")).toBe("false");
  });

  test("Max is a press of its own", async () => {
    const onMax = vi.fn();
    render(<Amount onMax={onMax} />);
    await userEvent.click(screen.getByRole("button", { name: "Max" }));
    expect(onMax).toHaveBeenCalledOnce();
  });
});
