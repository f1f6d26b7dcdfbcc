/** What figures say alike, in one language. */
export interface StageWords {
  play: string;
  pause: string;
  /** Shows the next thing that happens. */
  stepOn: string;
  stepBack: string;
  /** Back to the beginning. */
  rewind: string;
  /** Back to how the text shows it. */
  reset: string;
  copyLink: string;
  /** Said when the link is on the clipboard. */
  copied: string;
  /** Said when it could not be put there; it stands in the address bar. */
  notCopied: string;
  /** Opens what is drawn as a table. */
  data: string;
  /** Head of the controls. */
  settings: string;
  /** What a figure is played with, together. */
  player: string;
  /** Names what is dragged to get to another moment. */
  position: string;
}

/** The words that figures share in a language. Throws where there are none of that name. */
export async function loadStageWords(locale: string): Promise<StageWords> {
  const loaded = (await import(`./words/${locale}.ts`)) as { default: StageWords };
  return loaded.default;
}
