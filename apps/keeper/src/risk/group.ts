import type { FloatMarket } from "./floatMarket";
import { boundOrdering, type Ordering, pairOrdering } from "./ordering";
import { isPriced, measure, type Shape } from "./shape";

/** Accounts added since the order was made that are looked at one by one; more make a new order worth while. */
const MAX_LOOSE = 512;
/** Part of a group that a tick may look at before a new order is worth while. */
const MAX_SHARE = 0.05;

/** What a tick found in one group, by place; the arrays are the group's own and hold until its next tick. */
export interface Found {
  readonly places: Uint32Array;
  /** `C − D − MM` of each [USD]. */
  readonly slack: Float64Array;
  /** `C + D` of each [USD]. */
  readonly gross: Float64Array;
  count: number;
}

/** Accounts that hold and owe the same assets of one market: columns of amounts, and an order of liquidation. */
export class Group {
  readonly shape: Shape;
  private readonly stride: number;
  private amounts: Float64Array;
  private ids: (string | undefined)[] = [];
  private places = new Map<string, number>();
  private order = new Uint32Array(0);
  private keys = new Float64Array(0);
  /** Places that are not in the order yet. */
  private loose: number[] = [];
  private ordering: Ordering | undefined;
  private worn = true;
  /** Accounts that the last tick looked at. */
  looked = 0;
  private found: Found = found(0);
  private readonly out = new Float64Array(2);

  constructor(shape: Shape) {
    this.shape = shape;
    this.stride = shape.held.length + shape.owed.length;
    this.amounts = new Float64Array(16 * this.stride);
  }

  idAt(place: number): string {
    return this.ids[place] as string;
  }

  /** Amounts in the order of the shape: collateral, then scaled debt. */
  put(id: string, amounts: readonly number[]): void {
    this.remove(id);
    const place = this.ids.length;
    this.ids.push(id);
    this.places.set(id, place);
    if ((place + 1) * this.stride > this.amounts.length) this.grow();
    this.amounts.set(amounts, place * this.stride);
    this.loose.push(place);
  }

  remove(id: string): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    this.places.delete(id);
    this.ids[place] = undefined;
  }

  /** Accounts that are unhealthy in this market, or so near to it that only exact arithmetic can tell. */
  tick(market: FloatMarket, band: number): Found {
    if (this.found.places.length < this.ids.length) this.found = found(this.ids.length);
    this.found.count = 0;
    this.looked = 0;
    if (!isPriced(this.shape, market)) return this.found;
    const cut = this.ordering?.cut(market) ?? Number.NEGATIVE_INFINITY;
    let k = 0;
    for (; k < this.order.length && (this.keys[k] as number) >= cut; k++)
      this.look(this.order[k] as number, market, band);
    for (const place of this.loose) this.look(place, market, band);
    this.looked = k + this.loose.length;
    this.worn ||=
      this.loose.length > MAX_LOOSE || k - this.found.count > MAX_SHARE * this.order.length + MAX_LOOSE;
    return this.found;
  }

  /** Makes a new order if the old one is worn; true if it did. Not part of a tick: it looks at every account. */
  maintain(market: FloatMarket): boolean {
    if (!isPriced(this.shape, market)) return false;
    if (!this.worn && this.ids.length <= 2 * this.places.size + MAX_LOOSE) return false;
    this.compact();
    const { held, owed } = this.shape;
    const ordering =
      held.length === 1 && owed.length === 1
        ? pairOrdering(this.shape, market)
        : boundOrdering(this.shape, market);
    const keys = new Float64Array(this.ids.length);
    for (let place = 0; place < keys.length; place++)
      keys[place] = ordering.key(this.amounts, place * this.stride);
    this.order = Uint32Array.from(keys.keys()).sort((a, b) => (keys[b] as number) - (keys[a] as number));
    this.keys = Float64Array.from(this.order, (place) => keys[place] as number);
    this.loose = [];
    this.ordering = ordering;
    this.worn = false;
    return true;
  }

  private look(place: number, market: FloatMarket, band: number): void {
    if (this.ids[place] === undefined) return;
    measure(this.shape, market, this.amounts, place * this.stride, this.out);
    const [slack, gross] = [this.out[0] as number, this.out[1] as number];
    // Written so that not-a-number counts as near: exact arithmetic says what it is.
    if (slack >= band * gross + band) return;
    const { found } = this;
    found.places[found.count] = place;
    found.slack[found.count] = slack;
    found.gross[found.count] = gross;
    found.count += 1;
  }

  private compact(): void {
    const live = [...this.places.values()].sort((a, b) => a - b);
    const amounts = new Float64Array(Math.max(16, live.length * 2) * this.stride);
    for (const [to, from] of live.entries())
      amounts.set(this.amounts.subarray(from * this.stride, (from + 1) * this.stride), to * this.stride);
    this.ids = live.map((from) => this.ids[from]);
    this.places = new Map(this.ids.map((id, place) => [id as string, place]));
    this.amounts = amounts;
  }

  private grow(): void {
    const larger = new Float64Array(this.amounts.length * 2);
    larger.set(this.amounts);
    this.amounts = larger;
  }
}

function found(capacity: number): Found {
  const most = Math.max(64, capacity * 2);
  return {
    places: new Uint32Array(most),
    slack: new Float64Array(most),
    gross: new Float64Array(most),
    count: 0,
  };
}
