/** The properties of a keyboard event that decide its meaning. */
export interface Key extends Pick<
  KeyboardEvent,
  'code' | 'key' | 'isComposing' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'
> {
  /** In Safari, the only sign that a key belongs to an IME composition. */
  keyCode: number;
}

/** Action of a key in the search field. */
export type KeyAction = 'next' | 'previous' | 'open' | 'close' | 'select';

/**
 * Returns the action of a key in the search field, or `undefined` if the field handles it. Keys of an IME composition
 * have no action. Safari marks them only by their key code, because the composition has ended by then
 * (https://bugs.webkit.org/show_bug.cgi?id=165004).
 */
export function keyToAction(key: Key): KeyAction | undefined {
  if (isComposingKey(key)) return undefined;
  if (key.code === 'KeyK' && (key.ctrlKey || key.metaKey)) return 'select';
  if (key.key === 'Enter') return 'open';
  if (key.altKey || key.ctrlKey || key.metaKey || key.shiftKey) return undefined;
  return plain[key.key];
}

const plain: Readonly<Partial<Record<string, KeyAction>>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Escape: 'close',
};

/**
 * Key code of every key that an input method processes
 * (https://www.w3.org/TR/uievents/#determine-keydown-keyup-keyCode).
 */
const imeKeyCode = 229;

/** Returns whether a key belongs to an IME composition. */
export function isComposingKey({ isComposing, keyCode }: Pick<Key, 'isComposing' | 'keyCode'>): boolean {
  return isComposing || keyCode === imeKeyCode;
}
