/** What tells readers who listen what they have come to. */
export interface Speech {
  /** Say it when nothing has changed for a while. */
  later: () => void;
  /** Say nothing of what has changed until now. */
  hush: () => void;
}

/** Time after the last change until it is told, in ms: whoever holds an arrow key down, or types a number, is not done yet. */
const restMs = 700;

/** Speech that waits until a reader rests. */
export function createSpeech(say: () => void): Speech {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hush = (): void => {
    clearTimeout(timer);
  };
  const later = (): void => {
    hush();
    timer = setTimeout(say, restMs);
  };
  return { later, hush };
}
