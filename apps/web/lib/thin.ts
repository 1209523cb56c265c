/** More points than pixels say nothing more, and are slow to draw. */
export const MOST_POINTS = 300;

/** A point as it is drawn. */
export interface Drawn {
  readonly x: number;
  readonly y: number;
}

/**
 * Few of many points whose line looks the same: the first, the last, and of each part between them the one that stands
 * out most (largest triangle, three buckets; Steinarsson 2013). A peak stays where taking every n-th point loses it.
 *
 * @param points In the order of their `x`.
 */
export function thinned<T>(points: readonly T[], at: (point: T) => Drawn, most = MOST_POINTS): readonly T[] {
  const last = points.length - 1;
  if (points.length <= most) return points;
  if (most < 3) return points.slice(points.length - most);
  const drawn = points.map(at);
  const width = (last - 1) / (most - 2);
  const edge = (part: number) => Math.floor(part * width) + 1;
  const kept = [points[0] as T];
  let before = drawn[0] as Drawn;
  for (let part = 0; part < most - 2; part += 1) {
    const [start, end] = [edge(part), edge(part + 1)];
    const after = mean(drawn, end, part === most - 3 ? last + 1 : edge(part + 2));
    let best = start;
    let largest = -1;
    for (let i = start; i < end; i += 1) {
      const area = triangle(before, drawn[i] as Drawn, after);
      if (area <= largest) continue;
      [largest, best] = [area, i];
    }
    kept.push(points[best] as T);
    before = drawn[best] as Drawn;
  }
  return [...kept, points[last] as T];
}

/** Twice its area. */
function triangle(a: Drawn, b: Drawn, c: Drawn): number {
  return Math.abs((a.x - c.x) * (b.y - a.y) - (a.x - b.x) * (c.y - a.y));
}

function mean(points: readonly Drawn[], start: number, end: number): Drawn {
  let [x, y] = [0, 0];
  for (let i = start; i < end; i += 1) {
    x += (points[i] as Drawn).x;
    y += (points[i] as Drawn).y;
  }
  return { x: x / (end - start), y: y / (end - start) };
}
