export const contracts: string;
export function compile(log: string): Promise<void>;
