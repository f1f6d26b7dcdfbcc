import type { Root } from 'mdast';
import { placesIn, type Place } from '../../diagnostics/index.ts';
import type { Figures } from '../../figures/stage/figure.ts';
import { parseMarkdown } from '../../markdown/index.ts';
import { applyEdits } from '../edits.ts';
import { convertAlerts } from './alerts.ts';
import { convertDirectives } from './directives.ts';
import { convertFences } from './fences.ts';
import { convertFigures } from './figures.ts';
import { convertFootnotes } from './footnotes.ts';
import { convertFormulas } from './formulas.ts';
import { convertHeadings } from './headings.ts';
import { convertHtml } from './html.ts';
import type { Conversion } from './conversion.ts';
import { convertPictures } from './pictures.ts';
import { convertTables } from './tables.ts';

/** Markdown that Narani can read, and the conversions that were necessary. */
export interface ConvertedMarkdown {
  markdown: string;
  tree: Root;
  /** The tree of the original text. */
  treeBefore: Root;
  /** The conversions, with places in the original text. */
  conversions: readonly Conversion[];
  /** Maps a place in the converted text to the original text. */
  toSource: (place: Place) => Place;
}

/** Input of a conversion, in addition to the text. */
interface ConversionContext {
  title: string;
  /** The figures that texts can place. */
  figures: Figures;
}

const converters: readonly ((tree: Root, markdown: string, context: ConversionContext) => Conversion[])[] = [
  (tree, markdown, { title }) => convertHeadings(tree, markdown, title),
  convertHtml,
  convertFences,
  convertFormulas,
  convertAlerts,
  convertDirectives,
  (tree, _, { figures }) => convertFigures(tree, figures),
  convertFootnotes,
  convertPictures,
  convertTables,
];

/** An upper bound; deeply nested constructs, such as a component in a callout in a component, need one round per level. */
const maxRounds = 12;

/** Converts a text repeatedly until nothing is left to convert (a fixed point): escaping a tag or directive can turn its content into Markdown. */
export function convertText(markdown: string, context: ConversionContext): ConvertedMarkdown {
  const tree = parseMarkdown(markdown);
  let text: ConvertedMarkdown = {
    markdown,
    tree,
    treeBefore: tree,
    conversions: [],
    toSource: (place) => place,
  };
  for (let round = 0; round < maxRounds; round += 1) {
    const next = convertOnce(text, context);
    if (next === undefined) break;
    text = next;
  }
  return text;
}

function convertOnce(text: ConvertedMarkdown, context: ConversionContext): ConvertedMarkdown | undefined {
  const { markdown, tree, toSource } = text;
  const conversions = converters.flatMap((conversion) => conversion(tree, markdown, context));
  if (conversions.length === 0) return undefined;
  const edited = applyEdits(
    markdown,
    conversions.flatMap(({ edits }) => edits),
  );
  const [after, before] = [placesIn(edited.text), placesIn(markdown)];
  return {
    ...text,
    markdown: edited.text,
    tree: parseMarkdown(edited.text),
    conversions: [
      ...text.conversions,
      ...conversions.map((conversion) => ({ ...conversion, ...toSource(conversion) })),
    ],
    toSource: (place) => toSource(before.toPlace(edited.toOriginal(after.toOffset(place)))),
  };
}
