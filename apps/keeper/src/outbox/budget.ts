const DAY = 86_400;

/** Gas spent in the last 24 hours on what nobody pays for. */
export class Budget {
  private readonly limit: bigint;
  private spendings: { readonly at: number; readonly amount: bigint }[] = [];

  /** @param limit [wei a day] */
  constructor(limit: bigint) {
    this.limit = limit;
  }

  /** Whether this much more may be spent now [wei]. `at` in seconds. */
  allows(amount: bigint, at: number): boolean {
    this.spendings = this.spendings.filter((spending) => spending.at > at - DAY);
    return this.spendings.reduce((sum, spending) => sum + spending.amount, amount) <= this.limit;
  }

  spend(amount: bigint, at: number): void {
    this.spendings.push({ at, amount });
  }
}
