/** What of a key's event tells what the key is meant for. */
export interface Key extends Pick<
  KeyboardEvent,
  'code' | 'key' | 'isComposing' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'
> {
  /** Nothing else tells in Safari that a key belongs to a composition. */
  keyCode: number;
}

/** What a key pressed in the field of search does there. */
export type Meaning = 'next' | 'previous' | 'enter' | 'leave' | 'select';

/**
 * What a key in the field means to search, if anything: whatever moves within the field stays the field's. A key that
 * belongs to a syllable still being composed means nothing; Safari says so by its code alone, since for it the
 * composition is over by then (https://bugs.webkit.org/show_bug.cgi?id=165004).
 */
export function meaningOf(key: Key): Meaning | undefined {
  if (isOfComposition(key)) return undefined;
  if (key.code === 'KeyK' && (key.ctrlKey || key.metaKey)) return 'select';
  if (key.key === 'Enter') return 'enter';
  if (key.altKey || key.ctrlKey || key.metaKey || key.shiftKey) return undefined;
  return plain[key.key];
}

const plain: Readonly<Partial<Record<string, Meaning>>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Escape: 'leave',
};

/** The code of every key that an input method has taken (https://www.w3.org/TR/uievents/#determine-keydown-keyup-keyCode). */
const takenByMethod = 229;

/** Whether a key is part of composing a syllable. */
export function isOfComposition({ isComposing, keyCode }: Pick<Key, 'isComposing' | 'keyCode'>): boolean {
  return isComposing || keyCode === takenByMethod;
}
