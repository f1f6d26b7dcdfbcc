/** A phrase in three: before what it is about, that, and after it. */
export type Parted = readonly [before: string, about: string, after: string];

/** The longest that is repeated to a reader of what they typed, in characters. */
const longest = 60;

/**
 * A phrase of the dictionary about something that was typed, parted so that this can be set apart: it may run in the other
 * direction, or on for pages.
 *
 * @example
 * partPhrase((query) => `No article matches “${query}”.`, 'top') // ['No article matches “', 'top', '”.']
 */
export function partPhrase(say: (about: string) => string, about: string): Parted {
  const short = shorten(about);
  const phrase = say(short);
  const start = phrase.indexOf(short);
  return [phrase.slice(0, start), short, phrase.slice(start + short.length)];
}

function shorten(text: string): string {
  const characters = Array.from(text.trim());
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : characters.join('');
}
