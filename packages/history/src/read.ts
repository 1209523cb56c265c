import { HistoryAnswerError } from "./errors";
import type { Hex } from "./types";

/** Fields of an answer, looked at one by one: what is missing or of another kind is an error, never 0. */
export class Fields {
  private readonly values: Readonly<Record<string, unknown>>;
  private readonly where: string;

  constructor(value: unknown, where: string) {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      throw new HistoryAnswerError(where);
    this.values = value as Readonly<Record<string, unknown>>;
    this.where = where;
  }

  amount(name: string): bigint {
    const value = this.values[name];
    if (typeof value !== "string" || !/^-?\d{1,78}$/.test(value)) throw this.wrong(name);
    return BigInt(value);
  }

  /** Undefined where the indexer says that it does not know. */
  maybeAmount(name: string): bigint | undefined {
    return this.values[name] === null ? undefined : this.amount(name);
  }

  number(name: string): number {
    const value = this.values[name];
    if (typeof value !== "number" || !Number.isSafeInteger(value)) throw this.wrong(name);
    return value;
  }

  flag(name: string): boolean {
    const value = this.values[name];
    if (typeof value !== "boolean") throw this.wrong(name);
    return value;
  }

  text(name: string): string {
    const value = this.values[name];
    if (typeof value !== "string") throw this.wrong(name);
    return value;
  }

  maybeText(name: string): string | undefined {
    return this.values[name] === null ? undefined : this.text(name);
  }

  hex(name: string): Hex {
    const value = this.text(name);
    if (!/^0x[0-9a-f]*$/.test(value)) throw this.wrong(name);
    return value as Hex;
  }

  fields(name: string): Fields {
    return new Fields(this.values[name], `${this.where}.${name}`);
  }

  maybeFields(name: string): Fields | undefined {
    return this.values[name] === null ? undefined : this.fields(name);
  }

  list<T>(name: string, read: (fields: Fields) => T): readonly T[] {
    const value = this.values[name];
    if (!Array.isArray(value)) throw this.wrong(name);
    return value.map((item, i) => read(new Fields(item, `${this.where}.${name}[${i}]`)));
  }

  private wrong(name: string): HistoryAnswerError {
    return new HistoryAnswerError(`${this.where}.${name}`);
  }
}
