/** What tells time while a figure plays. */
export interface Clock {
  start: () => void;
  stop: () => void;
}

/** A clock that tells before each frame of the screen how many milliseconds it is since the last. */
export function createClock(tell: (ms: number) => void): Clock {
  let frame = 0;
  let before: number | undefined;
  const next = (now: number): void => {
    frame = requestAnimationFrame(next);
    const ms = now - (before ?? now);
    before = now;
    tell(ms);
  };
  return {
    start: () => {
      before = undefined;
      frame = requestAnimationFrame(next);
    },
    stop: () => {
      cancelAnimationFrame(frame);
    },
  };
}
