/** Reports the progress of long work. */
export interface Progress {
  /** Announces what the build does next. */
  start: (what: string) => void;
  /** Reports how much of it is done; `total` counts the same things. */
  update: (done: number, total: number) => void;
  /** Ends the current line. */
  end: () => void;
}
