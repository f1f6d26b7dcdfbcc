import type { AlignableText } from '../alignable.ts';
import type { Link } from '../link.ts';
import { groupNumbers } from './group-numbers.ts';

/** Blocks that are meant for the text’s own language alone; one said to be meant for another language is a slip. */
export function findExempt({ locale, blocks }: AlignableText): number[] {
  return blocks.flatMap(({ only }, block) => (only === locale ? [block] : []));
}

/** Blocks that have been given one name in both texts. */
export function findPinned(source: AlignableText, target: AlignableText): Link[] {
  const named = groupNumbers(source.blocks, ({ pair }) => pair);
  const counterparts = groupNumbers(target.blocks, ({ pair }) => pair);
  return [...named].flatMap(([name, blocks]) => {
    const found = counterparts.get(name);
    return found === undefined ? [] : [{ source: blocks, target: found }];
  });
}
