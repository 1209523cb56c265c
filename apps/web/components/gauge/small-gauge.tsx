import type { DrawingProps } from "./drawing";
import { radial, THRESHOLD_ANGLE, tilt } from "./geometry";

const NOTCH = radial(8.6, 12, THRESHOLD_ANGLE, 12);

/** Below 40 px: half a disc in a ring, with the threshold as a notch. */
export function SmallGauge({ health, size, svg }: DrawingProps) {
  const angle = typeof health === "number" ? tilt(health) : 0;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: `svg` carries the role and its words.
    <svg {...svg} width={size} height={size} viewBox="0 0 24 24">
      <circle className="gauge-frame" cx="12" cy="12" r="9.75" strokeWidth="1.25" />
      {health === undefined ? (
        <path className="gauge-unknown" d="M8.5 12h7" />
      ) : (
        <g
          className="gauge-turn"
          style={{ transform: `rotate(${angle.toFixed(1)}deg)`, transformOrigin: "12px 12px" }}
        >
          <path className="gauge-ground" d="M4.4 12a7.6 7.6 0 0015.2 0z" />
          <path className="gauge-beam" d="M1.2 12H22.8" strokeWidth="1.75" />
        </g>
      )}
      {typeof health === "number" && (
        <>
          <path className="gauge-cut" d={NOTCH} strokeWidth="4" />
          <path className="gauge-notch" d={NOTCH} strokeWidth="1.75" />
        </>
      )}
    </svg>
  );
}
