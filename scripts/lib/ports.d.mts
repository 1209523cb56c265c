export interface PortOwner {
  readonly pid: number;
  readonly name: string;
}

export function isPortFree(port: number): Promise<boolean>;
export function portOwner(port: number): PortOwner | undefined;
export function requireFreePort(port: number, purpose: string): Promise<void>;

export class PortInUseError extends Error {
  override readonly name: "PortInUseError";
  readonly port: number;
  readonly owner: PortOwner | undefined;
  constructor(port: number, purpose: string, owner: PortOwner | undefined);
}
