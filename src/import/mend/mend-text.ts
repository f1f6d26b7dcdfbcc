import type { Root } from 'mdast';
import type { Place } from '../../diagnostics/index.ts';
import type { Figures } from '../../figures/stage/figure.ts';
import { parseMarkdown } from '../../markdown/index.ts';
import { applyEdits, placesIn } from '../edits.ts';
import { mendDirectives } from './directives.ts';
import { mendFences } from './fences.ts';
import { mendFigures } from './figures.ts';
import { mendFootnotes } from './footnotes.ts';
import { mendHeadings } from './headings.ts';
import { mendHtml } from './html.ts';
import type { Mend } from './mend.ts';
import { mendPictures } from './pictures.ts';

/** A text that Narani takes as it is meant, and what was done to it for that. */
export interface MendedText {
  markdown: string;
  tree: Root;
  /** The tree of the text as it was. */
  treeBefore: Root;
  /** What was mended, at its place in the text as it was. */
  mends: readonly Mend[];
  /** Where something that stands here stood in the text as it was. */
  toSource: (place: Place) => Place;
}

/** What mending a text needs to know beside it. */
export interface MendContext {
  title: string;
  /** The figures that it can place. */
  figures: Figures;
}

const menders: readonly ((tree: Root, markdown: string, context: MendContext) => Mend[])[] = [
  (tree, markdown, { title }) => mendHeadings(tree, markdown, title),
  mendHtml,
  mendFences,
  mendDirectives,
  (tree, _, { figures }) => mendFigures(tree, figures),
  mendFootnotes,
  mendPictures,
];

/** More rounds than a text needs in which each mend lays one thing bare: a component in a callout in a component. */
const mostRounds = 12;

/** Mend a text until nothing is left to mend: what a tag or a directive held may be Markdown once it is text. */
export function mendText(markdown: string, context: MendContext): MendedText {
  const tree = parseMarkdown(markdown);
  let text: MendedText = { markdown, tree, treeBefore: tree, mends: [], toSource: (place) => place };
  for (let round = 0; round < mostRounds; round += 1) {
    const next = mendOnce(text, context);
    if (next === undefined) break;
    text = next;
  }
  return text;
}

function mendOnce(text: MendedText, context: MendContext): MendedText | undefined {
  const { markdown, tree } = text;
  const mends = menders.flatMap((mend) => mend(tree, markdown, context));
  if (mends.length === 0) return undefined;
  const edited = applyEdits(
    markdown,
    mends.flatMap(({ edits }) => edits),
  );
  const [here, there] = [placesIn(edited.text), placesIn(markdown)];
  return {
    ...text,
    markdown: edited.text,
    tree: parseMarkdown(edited.text),
    mends: [...text.mends, ...mends.map((mend) => ({ ...mend, ...text.toSource(mend) }))],
    toSource: (place) => text.toSource(there.toPlace(edited.toOriginal(here.toOffset(place)))),
  };
}
