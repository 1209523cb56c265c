import { gaugeCopy } from "@/content/gauge";
import type { DrawingProps } from "./drawing";
import { arc, beam, ground, labelPoint, radial, THRESHOLD_ANGLE, tilt } from "./geometry";

const NOTCH = radial(76, 99, THRESHOLD_ANGLE);
const CORE = 37;

/** From 40 px: scale, ring and beam; the number from 80 px, its word and the labels from 160 px. */
export function LargeGauge({ zone, health, before, soft, size, number, softLabel, svg }: DrawingProps) {
  const hasNumber = size >= 80;
  const hasWord = size >= 160;
  const hasScale = typeof health === "number";
  const core = hasNumber ? CORE : 0;
  const weight = size < 64 ? 1.6 : 1;
  const softAngle = tilt(soft);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: `svg` carries the role and its words.
    <svg
      {...svg}
      width={hasWord ? size * 1.18 : size}
      height={size}
      viewBox={hasWord ? "0 0 236 200" : "0 0 200 200"}
    >
      <circle className="gauge-frame" cx="100" cy="100" r="77" strokeWidth={2 * weight} />
      {hasScale && (
        <>
          <path
            className="gauge-scale"
            data-zone="safe"
            d={arc(90, -1, softAngle)}
            strokeWidth={3 * weight}
          />
          <path
            className="gauge-scale"
            data-zone="soft"
            d={arc(90, softAngle, THRESHOLD_ANGLE)}
            strokeWidth={8 * weight}
          />
          <path
            className="gauge-scale"
            data-zone="auction"
            d={arc(90, THRESHOLD_ANGLE + 1.5, 80)}
            strokeWidth={14 * weight}
          />
        </>
      )}
      <path className="gauge-level" d="M9 100h14" strokeWidth={2.5 * weight} />
      {before !== undefined && (
        <g className="gauge-turn" style={turn(tilt(before))}>
          <path className="gauge-before" d={beam(core, 96)} strokeWidth={2.5 * weight} />
        </g>
      )}
      {health === undefined ? (
        <text className="gauge-number" x="100" y="112" textAnchor="middle" fontSize="36">
          {number}
        </text>
      ) : (
        <g className="gauge-turn" style={turn(hasScale ? tilt(health) : 0)}>
          <path className="gauge-ground" d={ground(core)} />
          <path className="gauge-beam" d={beam(core, hasScale ? 97 : 77)} strokeWidth={4.5 * weight} />
        </g>
      )}
      {hasScale && <path className="gauge-notch" d={NOTCH} strokeWidth={3.5 * weight} />}
      {hasNumber && health !== undefined && (
        <text
          className="gauge-number"
          x="100"
          y={hasWord ? 106 : 110}
          textAnchor="middle"
          fontSize={hasWord ? 27 : 30}
        >
          {number}
        </text>
      )}
      {hasWord && health !== undefined && (
        <text className="gauge-word" x="100" y="122" textAnchor="middle" fontSize="11.5">
          {gaugeCopy.words[zone]}
        </text>
      )}
      {hasWord && hasScale && <ScaleLabels softAngle={softAngle} softLabel={softLabel} />}
    </svg>
  );
}

const turn = (angle: number) => ({
  transform: `rotate(${angle.toFixed(1)}deg)`,
  transformOrigin: "100px 100px",
});

function ScaleLabels({ softAngle, softLabel }: { readonly softAngle: number; readonly softLabel: string }) {
  return (
    <g className="gauge-label" fontSize="11">
      <text {...labelPoint(0, 101)}>2.00</text>
      {softAngle > 12 && <text {...labelPoint(softAngle - 3, 101)}>{softLabel}</text>}
      <text className="gauge-label" data-strong="" {...labelPoint(THRESHOLD_ANGLE + 5, 105)}>
        1.00
      </text>
    </g>
  );
}
