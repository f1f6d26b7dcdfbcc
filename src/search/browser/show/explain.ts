import type { Answer, Rewriting } from '../answer.ts';
import { isStrict, type Finding } from '../find-texts.ts';
import type { LineMatch } from '../outline/match-outline.ts';
import type { RankedArticle } from '../rank/rank-articles.ts';
import type { TextScore } from '../rank/score-texts.ts';

/** What an answer says of how the question was read, where that isn't as it was asked. */
export type Explanation = Pick<Answer, 'rewritings' | 'leftOut'>;

/** How the question was read for the best of the hits that are shown. */
export function explain(finding: Finding, chosen: readonly RankedArticle[]): Explanation {
  const [best] = chosen;
  const nothing: Explanation = { rewritings: [], leftOut: [] };
  if (best === undefined || isStrict(best.text)) return nothing;
  const { lines, body } = best.text;
  const [line] = lines;
  const isByLine = line !== undefined && (line.quality >= 0.6 || body === undefined);
  if (isByLine && line.by !== undefined)
    return { ...nothing, rewritings: [toRewriting(line, finding, body)] };
  if (body === undefined) return nothing;
  const leftOut = body.missing.map((at) => finding.query.words[at]?.typed ?? '');
  return { ...nothing, rewritings: rewritingsOf(body, finding), leftOut };
}

function toRewriting(line: LineMatch, finding: Finding, body: TextScore | undefined): Rewriting {
  const kind = line.by ?? 'spelling';
  const [inBody] = body === undefined || body.missing.length > 0 ? [] : rewritingsOf(body, finding);
  if (inBody?.kind === kind) return inBody;
  return { kind, text: kind === 'layout' || kind === 'name' ? line.text : finding.outlineText(line) };
}

/** The query with the words in it that were read otherwise, as the index has them. */
function rewritingsOf({ rewritten }: TextScore, { query, alternatives }: Finding): Rewriting[] {
  if (rewritten.length === 0) return [];
  const used = rewritten.flatMap((at) => {
    const reading = alternatives.find(
      ({ from, to, by }) => from <= at && at < to && by !== 'form' && by !== 'beginning',
    );
    return reading === undefined ? [] : [{ at, reading }];
  });
  const [first] = used;
  if (first === undefined || first.reading.by === 'form' || first.reading.by === 'beginning') return [];
  const words = query.words.map(({ typed }, at) => {
    const other = used.find((each) => each.reading.from <= at && at < each.reading.to)?.reading;
    if (other === undefined) return typed;
    return other.from === at ? other.terms.join(' ') : '';
  });
  return [{ text: words.filter((word) => word !== '').join(' '), kind: first.reading.by }];
}
