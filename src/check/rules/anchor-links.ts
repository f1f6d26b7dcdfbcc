import { suggest, type Diagnostic } from '../../diagnostics/index.ts';
import { checkPairs, parseStateFragment, type StateFragment } from '../../markdown/index.ts';
import type { Text } from '../../library/index.ts';
import { foldName, kindOfId } from '../../model/index.ts';
import { reportLink, type LinkContext } from './link-context.ts';

/** Reports a fragment that is neither an id nor a figure state in the text with the id `id`. */
export function checkAnchorLink(
  anchor: string,
  id: string,
  context: LinkContext,
): Diagnostic | Diagnostic[] | undefined {
  const known = context.places.get(id) ?? [];
  if (anchor === '' || known.includes(anchor)) return undefined;
  const state = parseStateFragment(anchor);
  if (state !== undefined && known.includes(state.id)) return checkState(state, id, context);
  const place = state?.id ?? anchor;
  const named = findByWords(anchor, context.texts.get(id));
  const meant =
    named === undefined ? suggest(place, listSimilar(place, known)) : `: did you mean \`${named}\`?`;
  return reportLink(context, {
    rule: 'link/unknown-anchor',
    what: `Unknown anchor \`#${anchor}\`${meant}`,
    why: 'The link would lead to the top of the page instead of the intended place.',
    fix: 'Use the id of a heading, table (`table-1`) or figure (`figure-1`) of that page. Headings have the id of their English counterpart; `{#id}` at the end of a heading sets it.',
  });
}

/** Returns the id of the heading with these words, by which Obsidian links to it. */
function findByWords(words: string, text: Text | undefined): string | undefined {
  const index =
    text?.survey.headings.findIndex((heading) => foldName(heading.text) === foldName(words)) ?? -1;
  return text?.anchors[index];
}

/** Reports a link to a state if its target is not a figure, or if the figure does not have these settings. */
function checkState(
  { id, pairs }: StateFragment,
  textId: string,
  context: LinkContext,
): Diagnostic | Diagnostic[] | undefined {
  const { survey, blockIds, file } = context.texts.get(textId) ?? context.text;
  const placed = survey.figures.find(({ block }) => blockIds[block] === id);
  const figures = context.figures.get(file.locale);
  if (placed === undefined) return notAFigure(id, pairs, context);
  const figure = Object.hasOwn(figures ?? {}, placed.name) ? figures?.[placed.name] : undefined;
  // An unknown figure is reported where it is placed.
  if (figure === undefined) return undefined;
  return checkPairs(pairs, placed.name, figure).map(({ rule, what }) =>
    reportLink(context, {
      rule,
      what: `${what} (link \`${context.link.url}\`)`,
      why: 'The figure would not show the state that the text refers to.',
      fix: `Use the same settings as in the \`::figure\` directive, joined by \`&\`: \`#${id}:key=value&key=value\`. “Copy link” below the figure copies such a link.`,
    }),
  );
}

function notAFigure(id: string, pairs: string, context: LinkContext): Diagnostic {
  return reportLink(context, {
    rule: 'link/no-figure',
    what: `The link names a state (\`${pairs}\`), but \`#${id}\` is not a figure placed by \`::figure\``,
    why: 'Only such figures have states, so the link would lead to the top of the page.',
    fix: `Link to \`#${id}\` alone, or use the id of a figure placed by \`::figure\`.`,
  });
}

/** Returns the ids to suggest: those of the same kind as the unknown one (table, figure, footnote), else those of headings. */
function listSimilar(anchor: string, known: readonly string[]): readonly string[] {
  const ofKind = (kind: ReturnType<typeof kindOfId>): string[] =>
    known.filter((id) => kindOfId(id) === kind && !id.startsWith('fnref-'));
  const alike = ofKind(kindOfId(anchor));
  return alike.length > 0 ? alike : ofKind('heading');
}
