import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, test } from "vitest";
import { LimitSlider } from "@/components/ui/limit-slider";

interface Setup {
  readonly limit?: number;
  readonly start?: number;
  readonly now?: number;
}

function Leverage({ limit = 95, start = 50, now }: Setup) {
  const [value, setValue] = useState(start);
  return (
    <LimitSlider
      label="Leverage"
      min={10}
      max={120}
      limit={limit}
      now={now}
      value={value}
      onChange={setValue}
      format={(step) => `${(step / 10).toFixed(1)}×`}
      valueText={`${value / 10} times`}
    />
  );
}

const thumb = () => screen.getByRole("slider", { name: "Leverage" });
const now = () => thumb().getAttribute("aria-valuenow");

describe("slider with a live limit", () => {
  test("arrow keys move by one step, page keys by ten", async () => {
    render(<Leverage />);
    thumb().focus();
    await userEvent.keyboard("{ArrowRight}");
    expect(now()).toBe("51");
    await userEvent.keyboard("{PageUp}");
    expect(now()).toBe("61");
    await userEvent.keyboard("{ArrowLeft}");
    expect(now()).toBe("60");
  });

  test("the end key goes to the limit, not beyond it", async () => {
    render(<Leverage limit={95} />);
    thumb().focus();
    await userEvent.keyboard("{End}");
    expect(now()).toBe("95");
    await userEvent.keyboard("{ArrowRight}");
    expect(now()).toBe("95");
    await userEvent.keyboard("{Home}");
    expect(now()).toBe("10");
  });

  test("a limit that falls below the value does not rewrite it", () => {
    render(<Leverage limit={41} start={50} />);
    expect(now()).toBe("50");
    expect(thumb().getAttribute("aria-valuemax")).toBe("41");
    expect(screen.getByText("max 4.1×")).toBeTruthy();
  });

  test("says the value in words and marks now and max", () => {
    render(<Leverage now={30} />);
    expect(thumb().getAttribute("aria-valuetext")).toBe("5 times");
    expect(screen.getByText("now 3.0×")).toBeTruthy();
    expect(screen.getByText("max 9.5×")).toBeTruthy();
  });
});
