export interface Results {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly string[];
}

export const nothing: Results;
export function judge(name: string, reported: Results, code: number | string): Results;
export function readReport(file: string, parse: (report: never) => Results): Results;
export function forgeResults(report: unknown): Results;
export function vitestResults(report: unknown): Results;
export function playwrightResults(report: unknown): Results;
