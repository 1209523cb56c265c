/** The mark: a level inside a frame, at rest. */
export function Logo({ size = 20 }: { readonly size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 24 24">
      <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" strokeWidth="1.75" />
      <path d="M5 12a7 7 0 0014 0z" fill="currentColor" transform="rotate(-18 12 12)" />
    </svg>
  );
}
