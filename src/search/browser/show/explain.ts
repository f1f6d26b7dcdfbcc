import type { Answer, Rewriting } from '../answer.ts';
import { isFullMatch, type FoundTexts } from '../find-texts.ts';
import type { LineMatch } from '../outline/match-outline.ts';
import type { RankedArticle } from '../rank/rank-articles.ts';
import type { TextScore } from '../rank/score-texts.ts';

/** The parts of an answer that explain how the query was read. */
export type Explanation = Pick<Answer, 'rewritings' | 'leftOut'>;

/** Explains how the query was read, by the best of the shown hits. */
export function explain(finding: FoundTexts, chosen: readonly RankedArticle[]): Explanation {
  const [best] = chosen;
  const nothing: Explanation = { rewritings: [], leftOut: [] };
  if (best === undefined || isFullMatch(best.text)) return nothing;
  const { lines, body } = best.text;
  const [line] = lines;
  const isByLine = line !== undefined && (line.quality >= 0.6 || body === undefined);
  if (isByLine && line.by !== undefined)
    return { ...nothing, rewritings: [toRewriting(line, finding, body)] };
  if (body === undefined) return nothing;
  const leftOut = body.missing.map((at) => finding.query.words[at]?.typed ?? '');
  return { ...nothing, rewritings: rewritingsOf(body, finding), leftOut };
}

function toRewriting(line: LineMatch, finding: FoundTexts, body: TextScore | undefined): Rewriting {
  const kind = line.by ?? 'spelling';
  const [inBody] = body === undefined || body.missing.length > 0 ? [] : rewritingsOf(body, finding);
  if (inBody?.kind === kind) return inBody;
  return { kind, text: kind === 'layout' || kind === 'name' ? line.text : line.line.written };
}

/** Returns the query with its changed words replaced by the terms that were searched for. */
function rewritingsOf({ rewritten }: TextScore, { query, alternatives }: FoundTexts): Rewriting[] {
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
