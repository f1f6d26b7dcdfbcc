/** What the figure says, in one language. */
export interface VoicemailWords {
  title: string;
}

/** The figure’s words in a language. Throws where there are none of that name. */
export async function loadWords(locale: string): Promise<VoicemailWords> {
  const loaded = (await import(`./words/${locale}.ts`)) as { default: VoicemailWords };
  return loaded.default;
}
