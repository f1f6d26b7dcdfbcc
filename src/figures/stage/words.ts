/** Interface strings that all figures share, in one language. */
export interface StageWords {
  play: string;
  pause: string;
  /** Button: go to the next event. */
  stepForward: string;
  stepBack: string;
  /** Button: go to the beginning. */
  rewind: string;
  /** Button: restore the state that the text shows. */
  reset: string;
  copyLink: string;
  /** Announced after the link was copied to the clipboard. */
  copied: string;
  /** Announced if copying failed; the link is in the address bar then. */
  notCopied: string;
  /** Summary of the disclosure that holds the data table. */
  data: string;
  /** Accessible name of the group of controls. */
  settings: string;
  /** Accessible name of the group of playback buttons. */
  player: string;
  /** Accessible name of the seek slider. */
  position: string;
}

/** Loads the shared strings of a language. Rejects if there is no file for it. */
export async function loadStageWords(locale: string): Promise<StageWords> {
  const loaded = (await import(`./words/${locale}.ts`)) as { default: StageWords };
  return loaded.default;
}
