import { romanize } from '../../korean/index.ts';
import { toSlug } from '../../model/index.ts';

/** Longest suggested slug, in letters: longer ones are cut off in search results and messages. */
const maxLength = 60;

/**
 * Suggests the address of an article by its title, in ASCII: Hangul is romanized, and letters lose their accents. Empty if the title
 * has no letters or digits that can be written so.
 *
 * @example
 * suggestSlug('꼬리 지연과 p99') // 'kkori-jiyeongwa-p99'
 */
export function suggestSlug(title: string): string {
  const ascii = romanize(title)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replace(/\P{ASCII}/gu, ' ');
  const slug = toSlug(ascii);
  if (slug.length <= maxLength) return slug;
  const cut = slug.slice(0, maxLength + 1).replace(/-[^-]*$/, '');
  return cut.slice(0, maxLength);
}
