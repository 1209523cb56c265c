import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // A limit is for what hangs, not for what is slow.
    // Every file starts a chain and an indexer of its own: one at a time, on a machine that may be busy.
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    retry: 0,
  },
});
