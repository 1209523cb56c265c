import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Files that start chains of their own: one at a time, on a machine that may be busy.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    retry: 0,
  },
});
