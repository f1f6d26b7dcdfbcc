import type { Block } from '../markdown/index.ts';

const names: Readonly<Record<Block['type'], string>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  table: 'table',
  code: 'code block',
  math: 'formula',
  html: 'HTML block',
  figure: 'figure',
};

/** Returns the author's word for a block, for use in messages. */
export function blockName({ type }: Pick<Block, 'type'>): string {
  return names[type];
}
