import { findStreams, labelSip, skipReasons, type Capture, type RtpPacket } from '../../capture/index.ts';
import { formatSeconds, replayCapture } from '../../figures/silent-voicemail/model/index.ts';
import { formatColumns } from '../report/format-table.ts';
import { describeRecording } from './recording.ts';

/** Formats a report on a capture: its format, SIP messages, RTP streams, and what a server would have logged and recorded. */
export function reportCapture(file: string, capture: Capture): string {
  const replay = replayCapture(capture);
  const log = replay?.lines.map(({ atUs, text }) => [formatSeconds(atUs), text]) ?? [];
  const sections: (readonly [title: string, lines: readonly string[]])[] = [
    ['SIP messages', alignColumns(listMessages(capture))],
    ['RTP streams', alignColumns(listStreams(capture))],
    [
      'Log of FreeSWITCH 1.4.7, if the packets to it arrived',
      replay && log.length === 0 ? ['(no line)'] : alignColumns(log),
    ],
    ['Recording', replay === undefined ? [] : [describeRecording(replay)]],
    ['Skipped', describeSkipped(capture)],
  ];
  const body = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `\n  ${title}\n${lines.map((line) => `    ${line}\n`).join('')}`);
  return `${file}\n  ${describeFormat(capture)}\n${body.join('')}`;
}

function describeFormat({ format, frameCount, packets }: Capture): string {
  if (format === undefined) return 'not readable';
  const { container, isLittleEndian, ticksPerSecond, snapLength, linkType } = format;
  const count = (protocol: string): number => packets.filter((packet) => packet.protocol === protocol).length;
  return [
    container,
    isLittleEndian ? 'little-endian' : 'big-endian',
    `${ticksPerSecond.toLocaleString('en')} ticks per second`,
    `snap length ${snapLength.toLocaleString('en')}`,
    `link type ${linkType}`,
    `${frameCount} frames (SIP ${count('sip')}, RTP ${count('rtp')})`,
  ].join(', ');
}

function listMessages({ packets }: Capture): string[][] {
  return packets.flatMap((packet) => {
    if (packet.protocol !== 'sip') return [];
    const { frame, atUs, from, to, message, audio } = packet;
    const sdp = audio && `audio at ${audio.endpoint}, payload types ${audio.payloadTypes.join(' ')}`;
    return [[`frame ${frame}`, formatSeconds(atUs), `${from} → ${to}`, labelSip(message), sdp ?? '']];
  });
}

function listStreams(capture: Capture): string[][] {
  return findStreams(capture).streams.flatMap((stream) => {
    const { from, to, ssrc, packets, ordered, lost, repeated, late } = stream;
    const [first, last] = [ordered[0], ordered.at(-1)];
    if (first === undefined || last === undefined) return [];
    const payloadTypes = [...new Set(packets.map(({ rtp }) => rtp.payloadType))];
    const faults = [
      [lost, 'lost'],
      [repeated, 'repeated'],
      [late, 'late'],
    ].flatMap(([count, name]) => (count === 0 ? [] : [`${count} ${name}`]));
    return [
      [
        `${from} → ${to}`,
        `${packets.length} packets`,
        `SSRC ${ssrc.toString(16).padStart(8, '0')}`,
        `payload type ${payloadTypes.join(', ')}`,
        `sequence ${first.rtp.sequence}–${last.rtp.sequence}${faults.length === 0 ? '' : ` (${faults.join(', ')})`}`,
        `${formatSeconds(first.atUs)}–${formatSeconds(last.atUs)}`,
        payloadTypes.every(isG711) ? `jitter ${(findJitterUs(packets) / 1000).toFixed(3)} ms` : '',
      ],
    ];
  });
}

function isG711(payloadType: number): boolean {
  return payloadType === 0 || payloadType === 8;
}

/** Estimates the interarrival jitter of G.711, whose clock has 8,000 ticks per second (RFC 3550, appendix A.8). */
function findJitterUs(stream: readonly RtpPacket[]): number {
  let jitter = 0;
  stream.slice(1).forEach(({ atUs, rtp }, index) => {
    const previous = stream[index];
    if (previous === undefined) return;
    // The difference of two 32-bit timestamps, which may have wrapped around.
    const ticks = (rtp.timestamp - previous.rtp.timestamp) | 0;
    const deviation = Math.abs(atUs - previous.atUs - ticks * 125);
    jitter += (deviation - jitter) / 16;
  });
  return jitter;
}

/** Describes the skipped parts, grouped by reason. */
function describeSkipped(capture: Capture): string[] {
  const { others } = findStreams(capture);
  const unassigned =
    others === 1
      ? '1 packet that looks like RTP, but belongs'
      : `${others} packets that look like RTP, but belong`;
  const reasons = [...Map.groupBy(capture.skipped, ({ reason }) => reason)].map(([reason, parts]) => {
    const [first] = parts;
    if (first === undefined || first.frame === 0) return `the file: ${skipReasons[reason]}`;
    const more = parts.length === 1 ? '' : ` and ${parts.length - 1} more`;
    return `frame ${first.frame} at byte ${first.offset.toLocaleString('en')}${more}: ${skipReasons[reason]}`;
  });
  return others === 0 ? reasons : [...reasons, `${unassigned} to no stream`];
}

/** Aligns the cells of each column to the left. */
function alignColumns(rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0 ? [] : formatColumns(rows, Infinity).split('\n');
}
