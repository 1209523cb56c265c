export function buildWeb(log: string): Promise<void>;
