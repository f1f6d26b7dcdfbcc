import type { AlignableBlock } from '../alignable.ts';
import type { Link } from '../link.ts';
import { groupNumbers } from './group-numbers.ts';

/**
 * Code, figures, pictures and tables that are the same in both texts and stand once in each: what stands more often could be
 * any of its likes, and is told by what stands around.
 */
export function findAlike(source: readonly AlignableBlock[], target: readonly AlignableBlock[]): Link[] {
  const [own, other] = [groupNumbers(source, contentOf), groupNumbers(target, contentOf)];
  return [...own].flatMap(([content, blocks]) => {
    const counterparts = other.get(content) ?? [];
    return blocks.length === 1 && counterparts.length === 1 ? [{ source: blocks, target: counterparts }] : [];
  });
}

/** What two blocks have in common if they are the same whatever the language; of pictures the file, since words describe them. */
function contentOf({ type, digest, facts }: AlignableBlock): string | undefined {
  if (type === 'heading') return undefined;
  if (type !== 'paragraph') return `${type} ${digest}`;
  return facts.some((fact) => pictureFile.test(fact)) ? `picture ${facts.join(' ')}` : undefined;
}

const pictureFile = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;
