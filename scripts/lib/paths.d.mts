export const root: string;
export function path(...parts: readonly string[]): string;
