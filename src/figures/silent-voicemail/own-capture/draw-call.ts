import type { Element } from 'hast';
import { el } from '../../stage/element.ts';
import { hostOf } from '../../../capture/index.ts';
import { formatSeconds } from '../model/log.ts';
import type { CapturedCall } from './analyze.ts';
import { drawLadder } from './draw-ladder.ts';
import type { Verdict } from './find-verdict.ts';
import type { AnnouncedMedia, StreamReport } from './report-media.ts';
import type { CaptureWords, StreamWords } from './words.ts';

/** Most rows of a table. Calls have fewer, unless a program made them. */
const mostRows = 40;

/** Draws what became of a call: the verdict, the server's log, the ladder, the packets on each leg and the announced addresses. */
export function drawCall(call: CapturedCall, words: CaptureWords): Element {
  const { media, legs } = call;
  return el(
    'div',
    {},
    el('p', { class: 'capture-verdict' }, words.verdict(media.verdict)),
    drawLog(media.verdict, words),
    el('p', { class: 'capture-title' }, words.ladder.title),
    drawLadder(call, words.ladder),
    drawTable(
      words.legs.title,
      words.legs.headers,
      legs
        .slice(0, mostRows)
        .map(({ from, to, sip, forward, backward }) => [`${from} ↔ ${to}`, sip, forward, backward]),
    ),
    media.announcements.length > 0 &&
      drawTable(
        words.announced.title,
        words.announced.headers,
        media.announcements.slice(0, mostRows).map((each) => listAnnouncement(each, words)),
      ),
  );
}

function drawLog(verdict: Verdict, words: CaptureWords): Element[] {
  if (verdict.kind !== 'replayed' || verdict.received === 0) return [];
  const lines = verdict.lines.map(({ atUs, text }) => `${formatSeconds(atUs)}  ${text}`);
  return [
    el('p', { class: 'capture-title' }, words.log),
    el(
      'pre',
      { class: 'figure-output figure-log' },
      (lines.length === 0 ? [words.noLog] : lines).map((line) => el('span', {}, line)),
    ),
  ];
}

/** Draws a table whose first column has the names of its rows; numbers are aligned right. It scrolls sideways if it must. */
function drawTable(
  title: string,
  headers: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Element {
  const align = (cell: string | number | undefined) => (typeof cell === 'number' ? { align: 'right' } : {});
  return el(
    'div',
    { class: 'scroll', role: 'group', tabindex: 0, 'aria-label': title },
    el(
      'table',
      {},
      el('caption', {}, title),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          headers.map((header, index) => el('th', { scope: 'col', ...align(rows[0]?.[index]) }, header)),
        ),
      ),
      el(
        'tbody',
        {},
        rows.map(([name = '', ...cells]) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, name),
            cells.map((cell) => el('td', align(cell), cell)),
          ),
        ),
      ),
    ),
  );
}

function listAnnouncement(
  { announcement, media, received }: AnnouncedMedia,
  { announced }: CaptureWords,
): (string | number)[] {
  const { kind, endpoint, encodings, direction, isEncrypted } = media;
  const notes = [
    kind === 'audio' ? '' : kind,
    [...new Set(encodings.values())].join(', '),
    direction === 'sendrecv' ? '' : direction,
    isEncrypted ? announced.encrypted : '',
  ];
  return [
    announced.by(announcement.label, hostOf(announcement.by)),
    endpoint.endsWith(':0') ? announced.rejected : endpoint,
    received,
    notes.filter((note) => note !== '').join('; '),
  ];
}

/** Draws a stream in sentences. */
export function drawStream(report: StreamReport, startUs: number, words: StreamWords): Element {
  const { stream, encodings, durationUs, agreement, recording } = report;
  const { from, to, packets, lost, repeated, late, isAnnounced } = stream;
  const names = encodings.map(([name]) => name).join(', ');
  const sentences = [
    words.sent({
      encodings: names,
      packets: packets.length,
      seconds: formatSeconds(durationUs, 2),
      at: formatSeconds((packets[0]?.atUs ?? 0) - startUs, 2),
    }),
    lost > 0 && words.faults.lost(lost),
    repeated > 0 && words.faults.repeated(repeated),
    late > 0 && words.faults.late(late),
    isAnnounced ? words.agreement(agreement) : words.guessed,
    words.recording(recording),
  ];
  return el(
    'p',
    {},
    el('strong', {}, `${from} → ${to}`),
    el('br'),
    sentences.filter((sentence) => sentence !== false).join(' '),
  );
}
