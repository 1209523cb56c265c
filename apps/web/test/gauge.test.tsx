import { render, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { Gauge } from "@/components/gauge/gauge";
import { arc, labelPoint, radial, tilt } from "@/components/gauge/geometry";
import { Health } from "@/components/gauge/health";
import { zoneOf } from "@/lib/zones";

const wad = (thousandths: number) => BigInt(thousandths) * 10n ** 15n;

describe("geometry, against the reference drawing", () => {
  test.each([
    [2, 0],
    [5, 0],
    [1.84, 3.8],
    [1.37, 17.6],
    [1.14, 28.2],
    [1.03, 37.2],
    [1.0, 45],
    [0.98, 59],
    [0.97, 66],
    [0.95, 80],
    [0.5, 80],
  ])("health %s tilts by %s°", (health, angle) => {
    expect(tilt(health)).toBeCloseTo(angle, 1);
  });

  test("scale, notch and labels stand where the reference has them", () => {
    expect(arc(90, -1, tilt(1.04))).toBe("M189.99 98.43A90 90 0 0 1 172.81 152.90");
    expect(arc(90, 46.5, 80)).toBe("M161.95 165.28A90 90 0 0 1 115.63 188.63");
    expect(radial(76, 99, 45)).toBe("M153.74 153.74L170.00 170.00");
    expect(radial(8.6, 12, 45, 12)).toBe("M18.08 18.08L20.49 20.49");
    expect(labelPoint(33, 101)).toEqual({ x: "184.71", y: "159.01" });
  });
});

describe("zone", () => {
  test.each([
    [10n ** 18n - 1n, "auction"],
    [10n ** 18n, "safe-or-soft"],
    [(10n ** 18n * 104n) / 100n - 1n, "soft"],
    [(10n ** 18n * 104n) / 100n, "safe"],
    [null, "none"],
    [undefined, "unknown"],
  ])("of %s is %s", (health, zone) => {
    expect(zoneOf(health)).toBe(zone === "safe-or-soft" ? "soft" : zone);
  });
});

describe("gauge", () => {
  test("0.9999 is in auction and shows 0.99", () => {
    const { container } = render(<Health health={wad(1000) - 10n ** 14n} />);
    expect(container.textContent).toBe("0.99Auction");
    const meter = screen.getByRole("meter", { name: "Health" });
    expect(meter.getAttribute("aria-valuenow")).toBe("0.99");
    expect(meter.getAttribute("data-zone")).toBe("auction");
  });

  test("says what it shows, with what it was", () => {
    render(<Gauge health={wad(1149)} before={wad(1370)} size={104} />);
    const meter = screen.getByRole("meter");
    expect(meter.getAttribute("aria-valuetext")).toBe(
      "Health 1.14, safe. Soft zone below 1.04, liquidation below 1.00. Was 1.37.",
    );
    expect(meter.querySelector(".gauge-before")).not.toBeNull();
    expect(meter.getAttribute("viewBox")).toBe("0 0 200 200");
  });

  test("the meter stays inside its range", () => {
    const { rerender } = render(<Gauge health={wad(700)} />);
    expect(screen.getByRole("meter").getAttribute("aria-valuenow")).toBe("0.95");
    rerender(<Gauge health={wad(9000)} />);
    expect(screen.getByRole("meter").getAttribute("aria-valuenow")).toBe("2");
  });

  test("no debt lies level, without a scale", () => {
    render(<Gauge health={null} size={184} />);
    const image = screen.getByRole("img", { name: "No debt, cannot be liquidated" });
    expect(image.querySelectorAll(".gauge-scale")).toHaveLength(0);
    expect(image.textContent).toContain("∞");
  });

  test("unknown has no beam and no number", () => {
    render(<Gauge health={undefined} size={184} />);
    const image = screen.getByRole("img", { name: "Health unknown" });
    expect(image.querySelector(".gauge-beam")).toBeNull();
    expect(image.textContent).toBe("—");
  });

  test("stale data is said, not only drawn", () => {
    render(<Gauge health={wad(1370)} stale />);
    expect(screen.getByRole("meter").getAttribute("aria-valuetext")).toMatch(/Data is stale\.$/);
  });
});
