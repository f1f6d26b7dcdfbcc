/** What the figure says, in one language. */
export interface PsVsTopWords {
  title: string;
}

/** The figure’s words in a language. Throws where there are none of that name. */
export async function loadWords(locale: string): Promise<PsVsTopWords> {
  const loaded = (await import(`./words/${locale}.ts`)) as { default: PsVsTopWords };
  return loaded.default;
}
