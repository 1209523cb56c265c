import { describe, expect, it } from "vitest";
import { Serial } from "../src/serial";

describe("Serial", () => {
  it("runs one task after the other, also after one that failed", async () => {
    const serial = new Serial();
    const order: string[] = [];
    const task = (name: string, fails = false) =>
      serial.run(async () => {
        order.push(`${name} starts`);
        await Promise.resolve();
        order.push(`${name} ends`);
        if (fails) throw new TypeError(name);
        return name;
      });
    const [first, second, third] = [task("a"), task("b", true), task("c")];
    await expect(first).resolves.toBe("a");
    await expect(second).rejects.toThrow("b");
    await expect(third).resolves.toBe("c");
    await serial.idle();
    expect(order).toEqual(["a starts", "a ends", "b starts", "b ends", "c starts", "c ends"]);
  });
});
