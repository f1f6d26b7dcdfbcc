import { textWidth } from './text-width.ts';

const named: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', nbsp: '\u00a0' };

/** Matches control characters, lone surrogates, and bidi controls, which could disguise a text. */
const invisible = /\p{Cc}|\p{Cs}|\p{Bidi_Control}/u;

/** Parses a label into lines, which `<br/>` separates. Decodes Mermaid's character references, `#35;` and `#quot;`. */
export function parseLabel(source: string): string[] {
  const text = source.trim().replace(/^"(.*)"$/su, '$1');
  return text.split(/<br\s*\/?>|\\n/i).map((line) => line.replace(/[#&](\w+);/g, decode).trim());
}

function decode(whole: string, name: string): string {
  const code = /^\d+$/.test(name) ? Number(name) : undefined;
  if (code !== undefined && code <= 0x10_ff_ff) {
    const character = String.fromCodePoint(code);
    return invisible.test(character) ? whole : character;
  }
  return named[name] ?? whole;
}

/** Maximum width of labels in pixels: about fifteen Hangul syllables. */
export const maxLabelWidth = 210;

/** Wraps lines between words at a width in pixels. Words wider than that are broken anywhere. */
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
