import { textWidth } from './advance.ts';

const named: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', nbsp: '\u00a0' };

/** Controls and halves of characters, which are no text, and controls of direction, by which a text reads otherwise than it is. */
const unseen = /\p{Cc}|\p{Cs}|\p{Bidi_Control}/u;

/** A label as its writer broke it into lines with `<br/>`; `#35;` and `#quot;` stand for characters, as Mermaid has it. */
export function readLabel(source: string): string[] {
  const text = source.trim().replace(/^"(.*)"$/su, '$1');
  return text.split(/<br\s*\/?>|\\n/i).map((line) => line.replace(/[#&](\w+);/g, decode).trim());
}

function decode(whole: string, name: string): string {
  const code = /^\d+$/.test(name) ? Number(name) : undefined;
  if (code !== undefined && code <= 0x10_ff_ff) {
    const character = String.fromCodePoint(code);
    return unseen.test(character) ? whole : character;
  }
  return named[name] ?? whole;
}

/** Longest lines of labels, in pixels: about fifteen syllables. */
export const mostWidth = 210;

/** Lines no wider than a width in pixels, broken between words; a word wider than that is broken anywhere. */
export function wrap(lines: readonly string[], width: number, isStrong = false): string[] {
  return lines.flatMap((line) => wrapLine(line, (text) => textWidth(text, isStrong) <= width));
}

function wrapLine(text: string, fits: (text: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => breakWord(each, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && !fits(longer)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function breakWord(word: string, fits: (text: string) => boolean): string[] {
  if (fits(word)) return [word];
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && !fits(part + character)) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}
