import { defineConfig } from "@playwright/test";
import { chromiumOptions } from "./support/chromium";

export default defineConfig({
  // Both run on the production build. `smoke` walks every page where the chain is missing, empty or new.
  projects: [
    { name: "functional", testDir: "specs" },
    { name: "smoke", testDir: "smoke" },
  ],
  // One chain and one server per worker: two cores carry one of each.
  workers: 1,
  fullyParallel: false,
  // A flake is a bug.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env.GIMBAL_REPORT
    ? [["line"], ["json", { outputFile: process.env.GIMBAL_REPORT }]]
    : "list",
  use: {
    viewport: { width: 1440, height: 900 },
    colorScheme: "dark",
    locale: "en-US",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: chromiumOptions(),
  },
});
