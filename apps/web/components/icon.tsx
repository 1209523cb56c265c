import { cx } from "class-variance-authority";

const paths = {
  alert: "M8 2.4l6.2 11H1.8zM8 6.6v3.2M8 11.6v.1",
  arrowDownRight: "M4.5 4.5l7 7M11.5 6v5.5H6",
  arrowRight: "M3 8h10M9.5 4.5L13 8l-3.5 3.5",
  arrowUpRight: "M4.5 11.5l7-7M6 4.5h5.5V10",
  bell: "M4 11V7.2a4 4 0 018 0V11l1 1H3zM6.8 13.8h2.4",
  bolt: "M8.8 2L3.8 9h3.7l-.6 5 5.3-7.2H8.3z",
  check: "M3.2 8.4l3.2 3.2 6.4-7",
  chevronDown: "M4 6l4 4 4-4",
  clock: "M8 14A6 6 0 108 2a6 6 0 000 12zM8 4.8V8l2.2 1.6",
  close: "M4 4l8 8M12 4l-8 8",
  copy: "M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z",
  disconnect: "M6 13H3V3h3M10 5l3 3-3 3M13 8H6",
  download: "M8 2.5v7.5M4.8 7L8 10.2 11.2 7M3 13h10",
  external: "M9 3h4v4M13 3L7.5 8.5M11 9.5V13H3V5h3.5",
  gear: "M8 10.2a2.2 2.2 0 100-4.4 2.2 2.2 0 000 4.4zM8 1.8v1.7M8 12.5v1.7M1.8 8h1.7M12.5 8h1.7M3.6 3.6l1.2 1.2M11.2 11.2l1.2 1.2M12.4 3.6l-1.2 1.2M4.8 11.2l-1.2 1.2",
  info: "M8 14A6 6 0 108 2a6 6 0 000 12zM8 7.4v3.4M8 5.2v.1",
  list: "M3 4.5h10M3 8h10M3 11.5h6",
  menu: "M2.5 4h11M2.5 8h11M2.5 12h11",
  moon: "M13 9.6A5.6 5.6 0 016.4 3 5.6 5.6 0 1013 9.6z",
  plus: "M8 3v10M3 8h10",
  retry: "M12.8 6.2A5 5 0 103 9M12.8 2.8v3.4H9.4",
  sun: "M8 10.8a2.8 2.8 0 100-5.6 2.8 2.8 0 000 5.6zM8 1.6v1.3M8 13.1v1.3M1.6 8h1.3M13.1 8h1.3M3.5 3.5l.9.9M11.6 11.6l.9.9M12.5 3.5l-.9.9M4.4 11.6l-.9.9",
  wallet: "M2.5 5h11v8h-11zM2.5 5l8-2.5V5M10.6 9h.1",
} as const;

export type IconName = keyof typeof paths;

interface IconProps {
  readonly name: IconName;
  readonly size?: number;
  readonly className?: string | undefined;
}

/** One stroke icon on a 16 unit grid; always beside a word or inside a labelled control. */
export function Icon({ name, size = 16, className }: IconProps) {
  return (
    <svg
      data-slot="icon"
      aria-hidden="true"
      className={cx("shrink-0", className)}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
