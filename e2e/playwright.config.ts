import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const installed = process.env.CHROMIUM_PATH ?? BROWSERS.find((path) => existsSync(path));

export default defineConfig({
  testDir: "specs",
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
    launchOptions: {
      ...(installed ? { executablePath: installed } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
      ],
    },
  },
});
