/** Angle of the threshold [degrees clockwise from level]; it never moves. */
export const THRESHOLD_ANGLE = 45;
const STEEPEST_ANGLE = 80;

/** Tilt of the ring at a health factor: the root spreads the range where levered accounts live. */
export function tilt(health: number): number {
  if (health >= 2) return 0;
  if (health >= 1) return THRESHOLD_ANGLE * (1 - Math.sqrt(health - 1));
  return THRESHOLD_ANGLE + (STEEPEST_ANGLE - THRESHOLD_ANGLE) * Math.min(1, (1 - health) / 0.05);
}

function polar(radius: number, angle: number, centre: number): [x: string, y: string] {
  const radians = (angle * Math.PI) / 180;
  return [(centre + radius * Math.cos(radians)).toFixed(2), (centre + radius * Math.sin(radians)).toFixed(2)];
}

export function arc(radius: number, from: number, to: number, centre = 100): string {
  const [x1, y1] = polar(radius, from, centre);
  const [x2, y2] = polar(radius, to, centre);
  return `M${x1} ${y1}A${radius} ${radius} 0 0 1 ${x2} ${y2}`;
}

export function radial(inner: number, outer: number, angle: number, centre = 100): string {
  const [x1, y1] = polar(inner, angle, centre);
  const [x2, y2] = polar(outer, angle, centre);
  return `M${x1} ${y1}L${x2} ${y2}`;
}

/** Point of a scale label, shifted to the middle of its line. */
export function labelPoint(angle: number, radius: number): { x: string; y: string } {
  const [x, y] = polar(radius, angle, 100);
  return { x, y: (Number(y) + 4).toFixed(2) };
}

const RING_OUTER = 70;
const BEAM_LEFT = 77;

/** Lower half of the ring, or of the disc when there is no core. */
export function ground(core: number): string {
  const left = 100 - RING_OUTER;
  const right = 100 + RING_OUTER;
  const outer = `M${left} 100A${RING_OUTER} ${RING_OUTER} 0 0 0 ${right} 100`;
  return core === 0 ? `${outer}z` : `${outer}H${100 + core}A${core} ${core} 0 0 1 ${100 - core} 100z`;
}

/** The beam, interrupted by the core; its right end is the needle. */
export function beam(core: number, right: number): string {
  return `M${100 - BEAM_LEFT} 100H${100 - core}M${100 + core} 100H${100 + right}`;
}
