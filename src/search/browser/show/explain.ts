import type { Answer, Rewriting } from '../answer.ts';
import type { Finding } from '../find-texts.ts';
import { isStrict } from '../find-texts.ts';
import type { RankedArticle } from '../rank/rank-articles.ts';

/** What an answer says of how the question was read, where that isn't as it was asked. */
export function explain(
  { query, alternatives, near, hasStrict }: Finding,
  chosen: readonly RankedArticle[],
): Pick<Answer, 'rewritings' | 'leftOut' | 'suggestions'> {
  const best = chosen[0];
  if (best === undefined) return { rewritings: [], leftOut: [], suggestions: near.map(({ text }) => text) };
  if (isStrict(best.text)) return { rewritings: [], leftOut: [], suggestions: [] };
  const { lines, body } = best.text;
  const [line] = lines;
  const rewritings: Rewriting[] = [];
  if (line?.by !== undefined) rewritings.push({ text: line.text, kind: line.by });
  const missing = line?.isWhole === true || line?.by === 'spelling' ? [] : (body?.missing ?? []);
  const leftOut = hasStrict ? [] : missing.map((at) => query.words[at]?.typed ?? '');
  if (rewritings.length === 0 && body !== undefined && body.rewritten.length > 0) {
    const used = alternatives.filter(
      ({ from, by }) => body.rewritten.includes(from) && by !== 'form' && by !== 'beginning',
    );
    const [first] = used;
    if (first !== undefined && first.by !== 'form' && first.by !== 'beginning')
      rewritings.push({ text: first.terms.join(' '), kind: first.by });
  }
  return { rewritings, leftOut, suggestions: [] };
}
