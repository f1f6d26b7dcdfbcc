import { isHangul } from '../../../korean/index.ts';
import { partnersOf } from '../index/lexicon.ts';
import type { IndexReader } from '../index/reader.ts';
import type { FoundAlternative } from '../rank/text-places.ts';
import { qualities, type Alternative } from './alternative.ts';

/**
 * Returns translations of the words of a query, learned from the site’s own texts: `waiting` for 대기. Only words that occur in a text as
 * typed have some.
 */
export async function findPartners(
  found: readonly FoundAlternative[],
  reader: IndexReader,
): Promise<Alternative[]> {
  const typed = found
    .map(({ alternative }) => alternative)
    .filter(({ by, quality, terms }) => by === 'form' && quality >= 0.9 && terms.length === 1);
  const perWord = [...Map.groupBy(typed, ({ from }) => from).values()].flatMap((each) => each.slice(0, 1));
  const read = perWord.slice(0, maxWords).map(async ({ from, to, terms: [term = ''] }) => {
    const partners = await partnersOf(term, reader);
    const [best] = partners
      .filter((partner) => isHangul(partner.term) !== isHangul(term))
      .toSorted((one, other) => other.texts - one.texts);
    return best === undefined ? [] : [toAlternative(from, to, best.term, best.texts / 100)];
  });
  return (await Promise.all(read)).flat();
}

/** Maximum number of words whose partners are looked up: each loads some 5 KB of postings. */
const maxWords = 4;

function toAlternative(from: number, to: number, term: string, association: number): Alternative {
  return { from, to, terms: [term], quality: qualities.meaning * (0.7 + 0.3 * association), by: 'meaning' };
}
