import type { LeafDirective } from 'mdast-util-directive';
import { findNearest, suggest } from '../../diagnostics/index.ts';
import type { Figures } from '../../figures/stage/figure.ts';
import type { Finding } from '../report.ts';
import { isFigureId, parseDirective } from './directive.ts';
import { checkPair, checkRepeated, serializePairs } from './pairs.ts';

/** A figure that a text inserts, and its initial state. */
export interface PlacedFigure {
  name: string;
  /** The settings of the state, in canonical form: `preset=fast&every=1`. */
  pairs: string;
}

/** Parses a `::figure` directive. Returns the figure, or everything that is wrong with the directive. */
export function parseFigure(
  node: LeafDirective,
  figures: Figures,
): { placed: PlacedFigure | undefined; findings: Finding[] } {
  const { name = '', id, settings } = parseDirective(node);
  const figure = Object.hasOwn(figures, name) ? figures[name] : undefined;
  const faults =
    figure === undefined ? [] : [...settings].flatMap((pair) => checkPair(pair, name, figure) ?? []);
  const findings = [
    ...(figure === undefined ? [unknownFigure(name, figures)] : []),
    ...faults.map(({ rule, what }) => ({
      rule,
      severity: 'error' as const,
      what,
      why: 'The figure would not show what the text says, so it is left out.',
      fix: 'Correct the setting, or remove it: every setting has a default.',
    })),
    ...(id === undefined || isFigureId(id) ? [] : [wrongId(id)]),
    ...findRepeated(node),
    ...findMeaningless(node),
  ];
  const isPlaced = figure !== undefined && findings.length === 0;
  return { placed: isPlaced ? { name, pairs: serializePairs(settings, figure) } : undefined, findings };
}

function unknownFigure(name: string, figures: Figures): Finding {
  const names = Object.keys(figures);
  const list = names.map((each) => `\`${each}\``).join(', ');
  return {
    rule: 'figure/unknown',
    severity: 'error',
    what:
      name === ''
        ? `Missing name of the figure, expected one of ${list}`
        : `Unknown figure \`${name}\`${suggest(name, names)}`,
    why: 'No figure can be shown without the name of an existing one.',
    fix: `Write \`::figure{name="${findNearest(name, names) ?? names[0] ?? '…'}"}\`, or the name of another figure.`,
  };
}

function wrongId(id: string): Finding {
  return {
    rule: 'figure/wrong-id',
    severity: 'error',
    what: `Unexpected figure id \`${id}\`, expected letters, digits, \`-\` and \`_\``,
    why: 'Links to a state of the figure consist of its id, a colon and settings; ids such as `fn-…` and `table-1` belong to footnotes and tables.',
    fix: 'Choose another id (`#cpu-time`), or omit it: figures are numbered (`figure-1`).',
  };
}

/** Returns mistakes for repeated attributes, except classes, which `findMeaningless` reports. */
function findRepeated({ data }: LeafDirective): Finding[] {
  const keys = (data?.writtenKeys ?? []).filter((key) => key !== 'class');
  return checkRepeated(keys).map((fault) => ({
    ...fault,
    severity: 'error',
    why: 'Only one of the values can apply and it is unclear which one is meant, so the figure is left out.',
    fix: 'Remove all but the one you mean.',
  }));
}

/** Returns mistakes for a label in brackets and for classes, which have no effect on a figure. */
function findMeaningless({ attributes, children }: LeafDirective): Finding[] {
  const found = [
    ...(children.length > 0 ? ['label'] : []),
    ...(attributes?.class === undefined ? [] : [`class \`${attributes.class ?? ''}\``]),
  ];
  return found.map((what) => ({
    rule: 'figure/meaningless',
    severity: 'error',
    what: `A figure can’t have a ${what}`,
    why: 'A figure has its own caption and styles, so this would have no effect.',
    fix: 'Remove it: `::figure{name="…" preset="…" #id}`.',
  }));
}
