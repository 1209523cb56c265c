// Lines that say what is going on, with the seconds since the start.
const STILL_EVERY = 15_000;
const started = performance.now();

function elapsed() {
  return Math.round((performance.now() - started) / 1_000);
}

export function say(line) {
  process.stdout.write(`[${String(elapsed()).padStart(4)} s] ${line}\n`);
}

/** Says `what`, and that it still goes on from time to time, until `work` is done. */
export async function step(what, work) {
  say(what);
  const timer = setInterval(
    () => say(`  still ${what.charAt(0).toLowerCase()}${what.slice(1)}`),
    STILL_EVERY,
  );
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
