import { bundledLanguages } from 'shiki';

/** Names of text that isn't coloured. */
const plain = ['text', 'txt', 'plaintext', 'plain'];

/** Every name a fenced code block may give its language. */
export const knownLanguages: readonly string[] = [...plain, ...Object.keys(bundledLanguages)];

/** Whether a language's text is coloured, or shown as it is. */
export function isPlain(language: string): boolean {
  return plain.includes(language);
}

/** Whether the block shows a terminal: commands after a prompt, and what they print. */
export function isTerminal(language: string): boolean {
  return language === 'console' || language === 'shellsession';
}
