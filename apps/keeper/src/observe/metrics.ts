import { Counter, Gauge, Histogram, Registry } from "prom-client";

/** Bounds of the buckets of durations [ms]. */
const MILLISECONDS = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

/** Everything the keeper counts; docs/keeper.md says what each is for. */
export class Metrics {
  readonly registry = new Registry();
  readonly head = this.gauge("keeper_head_block", "Newest block that was decided on");
  readonly lag = this.gauge("keeper_head_age_seconds", "Age of that block by the wall clock");
  readonly lastTick = this.gauge("keeper_last_tick_timestamp_seconds", "When the last tick ended well");
  readonly accounts = this.gauge("keeper_accounts", "Accounts with debt in the index");
  readonly unhealthy = this.gauge("keeper_unhealthy_accounts", "Accounts that are liquidatable now");
  readonly looked = this.gauge("keeper_looked_at", "Accounts the last tick looked at");
  readonly tick = this.histogram("keeper_tick_ms", "Time the index takes for a price tick");
  readonly round = this.histogram("keeper_round_ms", "Time of a whole round, reading and sending included");
  readonly plans = this.counter("keeper_plans_total", "Plans by what became of them", ["duty", "outcome"]);
  readonly transactions = this.counter("keeper_transactions_total", "Steps of transactions", [
    "duty",
    "state",
  ]);
  readonly pending = this.gauge("keeper_pending_transactions", "Transactions that are not final");
  readonly cooling = this.gauge("keeper_cooldowns", "Things left alone for a while");
  readonly balance = this.gauge("keeper_balance_ether", "What the key has for gas");
  readonly gasSpent = this.counter("keeper_gas_spent_ether_total", "Spent on gas", ["duty"]);
  readonly profit = this.counter("keeper_profit_usd_total", "Profit of takes that are mined, before gas", [
    "duty",
  ]);
  readonly undone = this.counter("keeper_blocks_undone_total", "Blocks that another one replaced", []);
  readonly dutyErrors = this.counter("keeper_duty_errors_total", "Duties that failed as a whole", ["duty"]);
  readonly roundErrors = this.counter("keeper_round_errors_total", "Rounds that failed, by error", ["error"]);
  readonly endpointAnswers = this.counter("keeper_endpoint_answers_total", "Answers by endpoint", [
    "endpoint",
  ]);
  readonly endpointFailures = this.counter("keeper_endpoint_failures_total", "Failures by endpoint", [
    "endpoint",
  ]);

  private gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: [this.registry] });
  }

  private histogram(name: string, help: string): Histogram {
    return new Histogram({ name, help, buckets: MILLISECONDS, registers: [this.registry] });
  }

  private counter(name: string, help: string, labelNames: readonly string[]): Counter {
    return new Counter({ name, help, labelNames: [...labelNames], registers: [this.registry] });
  }
}
