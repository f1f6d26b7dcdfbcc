import type { Element } from 'hast';
import { hostOf, type Endpoint } from '../../../capture/index.ts';
import { el } from '../../stage/element.ts';
import { placeAt } from '../../stage/position.ts';
import { formatSeconds } from '../model/log.ts';
import type { CapturedCall } from './analyze.ts';
import type { LadderWords } from './words.ts';

/** A row of the ladder: a message, or an RTP stream from its first packet on. */
interface Row {
  atUs: number;
  from: string;
  to: string;
  text: string;
  kind: 'signal' | 'media';
}

/** Hosts and rows that have room in the picture. */
const mostHosts = 5;
const mostRows = 60;

const rowHeight = 26;
const firstRow = 48;

/** Share of the width that the times take at the left, in percent. */
const timesWidth = 12;

/** Draws a captured call as a ladder diagram. Time runs down, one row per message and stream, whatever time passes between. */
export function drawLadder(call: CapturedCall, words: LadderWords): Element {
  const nameOf = createNames(call);
  const all = listRows(call, nameOf, words);
  const hosts = [...new Set(all.flatMap(({ from, to }) => [from, to]))].slice(0, mostHosts);
  const rows = all.filter(({ from, to }) => hosts.includes(from) && hosts.includes(to)).slice(0, mostRows);
  const hidden = all.length - rows.length;
  const width = (100 - timesWidth) / hosts.length;
  const x = (host: string): number => timesWidth + width * (hosts.indexOf(host) + 0.5);
  const height = firstRow + rows.length * rowHeight + (hidden > 0 ? rowHeight : 0);
  return el(
    'svg',
    { role: 'img', 'aria-label': words.title, width: '100%', height },
    hosts.map((host) => [
      el('line', { class: 'lane', x1: `${x(host)}%`, x2: `${x(host)}%`, y1: 24, y2: height - 8 }),
      el('text', { class: 'mono', x: `${x(host)}%`, y: 14 }, host),
    ]),
    rows.map((row, index) =>
      drawRow(row, { x, y: firstRow + index * rowHeight, call, isFirst: index === 0, words }),
    ),
    hidden > 0 && el('text', { class: 'soft', x: '50%', y: height - 6 }, words.more(hidden)),
  );
}

/** Names the sides by their hosts. If there is only one host, as on a loopback interface, by the endpoints of their SIP. */
function createNames({ messages, media }: CapturedCall): (endpoint: Endpoint) => string {
  const sides = [...messages.map(({ packet }) => packet), ...media.streams.map(({ stream }) => stream)];
  if (sides.some(({ from, to }) => hostOf(from) !== hostOf(to))) return hostOf;
  const signaling = new Map(
    media.announcements.map(({ announcement, media: { endpoint } }) => [endpoint, announcement.by] as const),
  );
  return (endpoint) => (messages.length === 0 ? endpoint : (signaling.get(endpoint) ?? endpoint));
}

function listRows(
  { messages, media }: CapturedCall,
  nameOf: (endpoint: Endpoint) => string,
  words: LadderWords,
): Row[] {
  const sip = messages.map(({ packet, label, isRepeated }): Row => {
    const { atUs, from, to } = packet;
    const text = isRepeated ? `${label} (${words.repeated})` : label;
    return { atUs, from: nameOf(from), to: nameOf(to), text, kind: 'signal' };
  });
  const rtp = media.streams.map(({ stream: { from, to, packets }, encodings }): Row => {
    const text = words.packets(packets.length, encodings[0]?.[0] ?? '');
    return { atUs: packets[0]?.atUs ?? 0, from: nameOf(from), to: nameOf(to), text, kind: 'media' };
  });
  return [...sip, ...rtp].sort((one, other) => one.atUs - other.atUs);
}

interface RowContext {
  x: (host: string) => number;
  y: number;
  call: CapturedCall;
  isFirst: boolean;
  words: LadderWords;
}

function drawRow({ atUs, from, to, text, kind }: Row, { x, y, call, isFirst, words }: RowContext): Element[] {
  const [start, end] = [x(from), x(to)];
  const time = formatSeconds(atUs - call.atUs, 2);
  return [
    el('text', { class: 'soft start', x: 0, y: y + 4 }, isFirst ? words.seconds(time) : time),
    el('line', {
      class: kind === 'signal' ? 'signal' : 'stream',
      x1: `${start}%`,
      x2: `${end}%`,
      y1: y,
      y2: y,
    }),
    placeAt(
      `${end}%`,
      y,
      el('path', {
        class: kind === 'signal' ? 'signal head' : 'stream head',
        d: start <= end ? 'M0 0-8-4v8z' : 'M0 0 8-4v8z',
      }),
    ),
    el('text', { class: 'mono halo', x: `${(start + end) / 2}%`, y: y - 5 }, text),
  ];
}
