/** A phrase split at the text it quotes. */
type SplitPhrase = readonly [before: string, about: string, after: string];

/** Maximum number of characters to quote of a query. */
const maxLength = 60;

/**
 * Splits a phrase of the dictionary around the query it quotes, so that the query can be isolated: it may have another
 * text direction. A long query is truncated.
 *
 * @example
 * splitPhrase((query) => `No article matches “${query}”.`, 'top') // ['No article matches “', 'top', '”.']
 */
export function splitPhrase(format: (about: string) => string, about: string): SplitPhrase {
  const short = shorten(about);
  const phrase = format(short);
  const start = phrase.indexOf(short);
  return [phrase.slice(0, start), short, phrase.slice(start + short.length)];
}

function shorten(text: string): string {
  const characters = Array.from(text.trim());
  return characters.length > maxLength ? `${characters.slice(0, maxLength).join('')}…` : characters.join('');
}
