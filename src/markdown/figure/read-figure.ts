import type { LeafDirective } from 'mdast-util-directive';
import { suggest } from '../../diagnostics/index.ts';
import type { Figures } from '../../figures/stage/figure.ts';
import type { Finding } from '../report.ts';
import { isFigureId, readDirective } from './directive.ts';
import { checkPair, checkRepeated, writePairs } from './pairs.ts';

/** A figure that a text places, and the state in which it does. */
export interface PlacedFigure {
  name: string;
  pairs: string;
}

/** Read what a text says of a figure: what is placed, or all that is wrong. */
export function readFigure(
  node: LeafDirective,
  figures: Figures,
): { placed: PlacedFigure | undefined; findings: Finding[] } {
  const { name = '', id, settings } = readDirective(node);
  const figure = Object.hasOwn(figures, name) ? figures[name] : undefined;
  const faults =
    figure === undefined ? [] : [...settings].flatMap((pair) => checkPair(pair, name, figure) ?? []);
  const findings = [
    ...(figure === undefined ? [withoutFigure(name, figures)] : []),
    ...faults.map(({ rule, what }) => ({
      rule,
      severity: 'error' as const,
      what,
      why: 'The figure would not show what the text says it does, so it is left out.',
      fix: 'Correct it, or leave it out: the figure has a default for each setting.',
    })),
    ...(id === undefined || isFigureId(id) ? [] : [wrongId(id)]),
    ...findRepeated(node),
    ...findMeaningless(node),
  ];
  const isPlaced = figure !== undefined && findings.length === 0;
  return { placed: isPlaced ? { name, pairs: writePairs(settings, figure) } : undefined, findings };
}

function withoutFigure(name: string, figures: Figures): Finding {
  const names = Object.keys(figures);
  const list = names.map((each) => `\`${each}\``).join(', ');
  return {
    rule: 'figure/unknown',
    severity: 'error',
    what:
      name === ''
        ? `Missing name of the figure, expected one of ${list}`
        : `Unexpected figure \`${name}\`${suggest(name, names)}`,
    why: 'Without the name of a figure there is nothing to show.',
    fix: 'Write the name of a figure that exists: `::figure{name="…"}`.',
  };
}

function wrongId(id: string): Finding {
  return {
    rule: 'figure/wrong-id',
    severity: 'error',
    what: `Unexpected id \`${id}\` of a figure, expected letters, digits, \`-\` and \`_\``,
    why: 'A link to a state is the id, a colon and settings, and ids such as `fn-…` and `table-1` belong to notes and tables.',
    fix: 'Write another id (`#cpu-time`), or none: figures are numbered (`figure-1`).',
  };
}

/** What is said twice. Classes add up, and of them it is told that they mean nothing. */
function findRepeated({ data }: LeafDirective): Finding[] {
  const keys = (data?.writtenKeys ?? []).filter((key) => key !== 'class');
  return checkRepeated(keys).map((fault) => ({
    ...fault,
    severity: 'error',
    why: 'Only one of them can hold, and which is meant nobody can tell, so the figure is left out.',
    fix: 'Take out all but the one that is meant.',
  }));
}

/** A label between brackets and a class, which a figure has no use for. */
function findMeaningless({ attributes, children }: LeafDirective): Finding[] {
  const found = [
    ...(children.length > 0 ? ['label'] : []),
    ...(attributes?.class === undefined ? [] : [`class \`${attributes.class ?? ''}\``]),
  ];
  return found.map((what) => ({
    rule: 'figure/meaningless',
    severity: 'error',
    what: `Unexpected ${what} of a figure`,
    why: 'A figure has a caption and a look of its own, so this would show nowhere.',
    fix: 'Take it out: `::figure{name="…" preset="…" #id}`.',
  }));
}
