export function requireNode(version?: string): void;
export function install(log: string): Promise<void>;
