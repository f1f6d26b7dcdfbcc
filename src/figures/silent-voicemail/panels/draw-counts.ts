import type { Element } from 'hast';
import { el } from '../../stage/element.ts';
import {
  findLossyLinks,
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
import type { CountsWords } from '../words.ts';
import { drawPanel } from '../../stage/panel.ts';

const directions = ['toServer', 'toCaller'] as const;

type Direction = (typeof directions)[number];
type LossyLink = ReturnType<typeof findLossyLinks>[number] & { direction: Direction };

/** Draws the packets counted at each point after `at` packets, with an extra row between two points if packets are lost there. */
export function drawCounts(scenario: Scenario, at: number, words: CountsWords): Element {
  const { counts } = stateAt(scenario, at);
  const losses = directions.flatMap((direction) =>
    findLossyLinks(counts, direction).map((found) => ({ ...found, direction })),
  );
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
          (['sip', ...directions] as const).map((column) =>
            el('th', { scope: 'col', ...number }, words[column]),
          ),
        ),
      ),
      el(
        'tbody',
        {},
        points.map((point, index) => [
          drawPoint(point, {
            evidence: findEvidence(scenario, at, point),
            counts: counts[point],
            losses,
            words,
          }),
          drawLossyLinks(links[index], losses, words),
        ]),
      ),
    ),
    el('p', { class: 'figure-note' }, describeSources(scenario, words)),
  );
}

interface PointCounts {
  evidence: Evidence;
  counts: Counts;
  losses: readonly LossyLink[];
  words: CountsWords;
}

function drawPoint(point: Point, { evidence, counts, losses, words }: PointCounts): Element {
  const isBesideLossyLink = (direction: Direction): boolean =>
    losses.some((loss) => loss.direction === direction && loss.between.includes(point));
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, `${words.points[point]} `, el('small', {}, words.evidence[evidence])),
    el('td', { align: 'right' }, counts.sip),
    directions.map((direction) =>
      el(
        'td',
        { align: 'right' },
        isBesideLossyLink(direction) ? el('strong', {}, counts[direction]) : counts[direction],
      ),
    ),
  );
}

function drawLossyLinks(link: Link | undefined, losses: readonly LossyLink[], words: CountsWords): Element[] {
  return losses
    .filter((loss) => loss.link === link)
    .map(({ direction, before, after }) =>
      el(
        'tr',
        { class: 'loss' },
        el('td', { colspan: 4 }, el('strong', {}, words.loss[direction](before, after))),
      ),
    );
}

function describeSources({ captures }: Scenario, words: CountsWords): string {
  const files = points.flatMap((point) => {
    const file = captures[point];
    return file === undefined ? [] : [[point, file] as const];
  });
  return files.length === 0 ? words.modelOnly : words.files(files);
}
