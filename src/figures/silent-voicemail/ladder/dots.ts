import type { Element } from 'hast';
import { el } from '../../stage/element.ts';
import { links, type Passage, type PassageRun } from '../model/index.ts';
import { laneOf, percent, type Hop } from './columns.ts';
import { path } from './drawing.ts';
import type { TimeAxis } from './time-axis.ts';

/** What of a packet is drawn on a hop: it passed, or this is where it was lost or thrown away. */
export type Fate = 'passed' | 'lost';

type Sender = 'caller' | 'server';

type Traveller = Pick<PassageRun, 'sender' | 'lost' | 'verdict'>;

/** How many packets stand side by side: a tenth of a second. */
export const dotsInRow = 5;

/** Every packet among the first of a call as a dot on each hop that it passed, and as a ring on the one where it ended: a path each way. */
export function drawDots(happened: readonly Passage[], axis: TimeAxis): (Element | undefined)[] {
  return senders.flatMap((sender) => {
    const packets = packetsOf(happened, sender);
    const ends = tracePackets(packets, 'lost', axis);
    return [
      path(mediaClass(sender), tracePackets(packets, 'passed', axis)),
      path('lost ring', ends),
      path('lost hole', ends),
    ];
  });
}

const senders = ['caller', 'server'] as const;

/** Under each lane how many packets have passed there. */
export function drawCounts(happened: readonly Passage[], { y }: TimeAxis): Element[] {
  return senders.flatMap((sender) =>
    hopsOf(sender).flatMap((hop) => {
      const passed = packetsOf(happened, sender).filter((packet) => fateOn(hop, packet) === 'passed');
      const last = passed.at(-1);
      if (last === undefined) return [];
      const { start, end } = laneOf(hop, sender);
      const place = { x: percent((start + end) / 2), y: Math.round(y(last.atUs)) + 15 };
      const arrow = hop === 'carrier' ? '' : sender === 'caller' ? '→' : '←';
      return [el('text', { class: `${mediaClass(sender)} halo`, ...place }, `${arrow}${passed.length}`)];
    }),
  );
}

/** What became of a packet on a hop, if it came there. */
export function fateOn(hop: Hop, { sender, lost, verdict }: Traveller): Fate | undefined {
  const way = hopsOf(sender);
  const isIgnored = verdict !== undefined && verdict !== 'accepted';
  const end = lost?.link ?? (isIgnored ? 'recording' : undefined);
  if (end === hop) return 'lost';
  const isOnWay = way.includes(hop) && (end === undefined || way.indexOf(hop) < way.indexOf(end));
  return isOnWay ? 'passed' : undefined;
}

function mediaClass(sender: Sender): string {
  return sender === 'caller' ? 'media' : 'media back';
}

/** The hops of one side’s packets in their order. */
function hopsOf(sender: Sender): Hop[] {
  return sender === 'caller' ? [...links, 'recording'] : links.toReversed();
}

function packetsOf(happened: readonly Passage[], sender: Sender): Passage[] {
  return happened.filter((passage) => passage.lane === 'media' && passage.sender === sender);
}

/** Each dot is placed from the one before it, which is much the same on every hop: a page compresses that to little. */
function tracePackets(packets: readonly Passage[], fate: Fate, { y }: TimeAxis): string {
  return hopsOf(packets[0]?.sender ?? 'caller')
    .map((hop) => {
      const dots = packets.flatMap((packet, index) =>
        fateOn(hop, packet) === fate
          ? [[findX(hop, packet, index), Math.round(y(packet.atUs))] as const]
          : [],
      );
      return dots.map(([x, height], index) => {
        const [lastX, lastHeight] = dots[index - 1] ?? [0, 0];
        return `${index === 0 ? 'M' : 'm'}${x - lastX} ${height - lastHeight}h0`;
      });
    })
    .flat()
    .join('');
}

function findX(hop: Hop, { sender }: Passage, index: number): number {
  const { start, end } = laneOf(hop, sender);
  const share = ((index % dotsInRow) + 0.5) / dotsInRow;
  return Math.round((start + (end - start) * share) * 10);
}
