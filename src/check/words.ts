import type { Block } from '../markdown/index.ts';

/** What a writer calls a block. */
export function nameBlock({ type }: Pick<Block, 'type'>): string {
  return {
    heading: 'heading',
    paragraph: 'paragraph',
    table: 'table',
    code: 'piece of code',
    html: 'piece of HTML',
    figure: 'figure',
  }[type];
}

/** A name with the article before it that its sound asks for. */
export function withArticle(name: string): string {
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;
}

/** The beginning of a text, on one line, as a message quotes it. */
export function excerpt(text: string): string {
  const words = Array.from(text.replace(/\s+/g, ' ').trim());
  return words.length > 40 ? `${words.slice(0, 39).join('')}…` : words.join('');
}
