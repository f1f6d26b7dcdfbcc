import type { Element } from 'hast';
import { el } from '../../stage/element.ts';
import { placeAt } from '../../stage/position.ts';
import { links, type PacketRun, type Scenario, type TracedPacket } from '../model/index.ts';
import { hops, laneOf, percent, type Hop } from './columns.ts';
import { path } from './drawing.ts';
import type { TimeAxis } from './time-axis.ts';

/** The outcome of a packet on a hop. Packets that FreeSWITCH drops count as lost on the hop `recording`. */
type HopOutcome = 'passed' | 'lost';

type Sender = 'caller' | 'server';

/** Dots in a row: ten packets of 20 ms are a fifth of a second. */
const dotsInRow = 10;

/** Draws each packet as a dot on every hop that it passed, and as a ring on the hop where it was lost. One path holds all dots of a side. */
export function drawDots(shown: readonly TracedPacket[], axis: TimeAxis): (Element | undefined)[] {
  return senders.flatMap((sender) => {
    const packets = rtpOf(shown, sender);
    const rings = traceDots(packets, 'lost', axis);
    return [
      path(mediaClass(sender), traceDots(packets, 'passed', axis)),
      path('lost ring', rings),
      path('lost hole', rings),
    ];
  });
}

const senders = ['caller', 'server'] as const;

/** Draws the number of packets that have passed each lane, below its last dot, with an arrow where there is room for it. */
export function drawCounts(shown: readonly TracedPacket[], { y }: TimeAxis): Element[] {
  const counts = senders.flatMap((sender) =>
    hopsOf(sender).flatMap((hop) => {
      const passed = rtpOf(shown, sender).filter((packet) => outcomeOn(hop, packet) === 'passed');
      const last = passed.at(-1);
      return last === undefined
        ? []
        : [{ sender, hop, count: passed.length, height: Math.round(y(last.atUs)) + 15 }];
    }),
  );
  return counts.map(({ sender, hop, count, height }) => {
    const { start, end } = laneOf(hop, sender);
    const isBesideOther = counts.some(
      (other) => other.hop === hop && other.sender !== sender && Math.abs(other.height - height) < 15,
    );
    const arrow = hop === 'carrier' || isBesideOther ? '' : sender === 'caller' ? '→' : '←';
    const place = { x: percent((start + end) / 2), y: height };
    return el('text', { class: `${mediaClass(sender)} halo`, ...place }, `${arrow}${count}`);
  });
}

/** Draws the reader's block: a wall across the lane of each blocked direction. */
export function drawWalls({ settings }: Scenario, { media: [top, bottom] }: TimeAxis): Element[] {
  const link = links.find((each) => each === settings.block);
  if (link === undefined) return [];
  const blocked = { 'to-server': ['caller'], 'to-caller': ['server'], both: senders } as const;
  return blocked[settings.direction].map((sender) => {
    const x = percent(laneOf(link, sender).wall);
    return el('line', { class: 'lost wall', x1: x, x2: x, y1: top, y2: bottom });
  });
}

/** Draws where a run of packets was lost or dropped: a bar, a cross and the number of packets. */
export function drawLoss(run: PacketRun, { y }: TimeAxis): Element[] {
  const hop = hops.find((each) => outcomeOn(each, run) === 'lost');
  if (hop === undefined) return [];
  const { wall } = laneOf(hop, run.sender);
  const [top, bottom] = [Math.round(y(run.first.atUs)) - 4, Math.round(y(run.last.atUs)) + 4];
  const middle = Math.round((top + bottom) / 2);
  const isToServer = run.sender === 'caller';
  const [anchor, x] = isToServer ? ['start', 11] : ['end', -11];
  // Clear of the other side's packets and counts: below the beep, or just above the voice.
  const height = Math.min(top + (isToServer ? 40 : 30), bottom + 19);
  return [
    el('line', { class: 'lost bar', x1: percent(wall), x2: percent(wall), y1: top, y2: bottom }),
    placeAt(
      percent(wall),
      middle,
      el('circle', { class: 'lost disc', r: 8 }),
      el('path', { class: 'lost cross', d: 'M-4-4 4 4M4-4-4 4' }),
      el('text', { class: `lost strong halo ${anchor}`, x, y: height - middle }, `−${run.count}`),
    ),
  ];
}

/** Returns the outcome of a packet on a hop, or `undefined` if it never got there. */
function outcomeOn(
  hop: Hop,
  { sender, lost, verdict }: Pick<PacketRun, 'sender' | 'lost' | 'verdict'>,
): HopOutcome | undefined {
  const route = hopsOf(sender);
  const isDropped = verdict !== undefined && verdict !== 'accepted';
  const end = lost?.link ?? (isDropped ? 'recording' : undefined);
  if (end === hop) return 'lost';
  const isOnRoute = route.includes(hop) && (end === undefined || route.indexOf(hop) < route.indexOf(end));
  return isOnRoute ? 'passed' : undefined;
}

function mediaClass(sender: Sender): string {
  return sender === 'caller' ? 'media' : 'media back';
}

/** Lists the hops of one side's packets, in their direction. */
function hopsOf(sender: Sender): Hop[] {
  return sender === 'caller' ? [...links, 'recording'] : links.toReversed();
}

function rtpOf(packets: readonly TracedPacket[], sender: Sender): TracedPacket[] {
  return packets.filter((packet) => packet.kind === 'rtp' && packet.sender === sender);
}

/** Traces dots as relative moves, which are much the same on every hop and so compress well. */
function traceDots(packets: readonly TracedPacket[], outcome: HopOutcome, { y }: TimeAxis): string {
  return hopsOf(packets[0]?.sender ?? 'caller')
    .flatMap((hop) => {
      const dots = packets.flatMap((packet, index) =>
        outcomeOn(hop, packet) === outcome
          ? [[findX(hop, packet, index), Math.round(y(packet.atUs))] as const]
          : [],
      );
      return dots.map(([x, height], index) => {
        const [lastX, lastHeight] = dots[index - 1] ?? [0, 0];
        return `${index === 0 ? 'M' : 'm'}${x - lastX} ${height - lastHeight}h0`;
      });
    })
    .join('');
}

function findX(hop: Hop, { sender }: TracedPacket, index: number): number {
  const { start, end } = laneOf(hop, sender);
  const share = ((index % dotsInRow) + 0.5) / dotsInRow;
  return Math.round((start + (end - start) * share) * 10);
}
