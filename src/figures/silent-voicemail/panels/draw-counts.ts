import type { Element } from 'hast';
import { el } from '../../stage/element.ts';
import {
  findCulprits,
  findEvidence,
  links,
  points,
  stateAt,
  type Counts,
  type Evidence,
  type Link,
  type Point,
  type Scenario,
} from '../model/index.ts';
import { drawPanel } from './draw-panel.ts';
import type { CountsWords } from './words.ts';

const ways = ['toServer', 'toCaller'] as const;

type Way = (typeof ways)[number];
type Culprit = ReturnType<typeof findCulprits>[number] & { way: Way };

/** The packets counted at each point so far, side by side; where they become fewer, a row between two points says so. */
export function drawCounts(scenario: Scenario, at: number, words: CountsWords): Element {
  const { counts } = stateAt(scenario, at);
  const culprits = ways.flatMap((way) => findCulprits(counts, way).map((found) => ({ ...found, way })));
  const number = { align: 'right' };
  return drawPanel(
    words.title,
    el(
      'table',
      { class: 'figure-counts', 'aria-label': words.title },
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col' }, words.point),
          (['sip', ...ways] as const).map((kind) => el('th', { scope: 'col', ...number }, words[kind])),
        ),
      ),
      el(
        'tbody',
        {},
        points.map((point, index) => [
          drawPoint(point, {
            evidence: findEvidence(scenario, at, point),
            counts: counts[point],
            culprits,
            words,
          }),
          drawCulprits(links[index], culprits, words),
        ]),
      ),
    ),
    el('p', { class: 'figure-note' }, tellSources(scenario, words)),
  );
}

interface PointCounts {
  evidence: Evidence;
  counts: Counts;
  culprits: readonly Culprit[];
  words: CountsWords;
}

function drawPoint(point: Point, { evidence, counts, culprits, words }: PointCounts): Element {
  const isBeside = (way: Way): boolean =>
    culprits.some((culprit) => culprit.way === way && culprit.between.includes(point));
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, `${words.points[point]} `, el('small', {}, words.evidence[evidence])),
    el('td', { align: 'right' }, counts.sip),
    ways.map((way) =>
      el('td', { align: 'right' }, isBeside(way) ? el('strong', {}, counts[way]) : counts[way]),
    ),
  );
}

function drawCulprits(link: Link | undefined, culprits: readonly Culprit[], words: CountsWords): Element[] {
  return culprits
    .filter((culprit) => culprit.link === link)
    .map(({ way, before, behind }) =>
      el(
        'tr',
        { class: 'culprit' },
        el('td', { colspan: 4 }, el('strong', {}, words.culprit[way](before, behind))),
      ),
    );
}

function tellSources({ captures }: Scenario, words: CountsWords): string {
  const files = points.flatMap((point) => {
    const file = captures[point];
    return file === undefined ? [] : [[point, file] as const];
  });
  return files.length === 0 ? words.modelOnly : words.files(files);
}
