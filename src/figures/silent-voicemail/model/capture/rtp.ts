import type { Datagram } from './datagram.ts';
import type { SkipReason } from './skipped.ts';

/** The header of an RTP packet (RFC 3550, 5.1), and the sound behind it. */
export interface Rtp {
  marker: boolean;
  payloadType: number;
  sequence: number;
  timestamp: number;
  ssrc: number;
  /** What was captured of the sound. */
  payload: Uint8Array;
  /** How long the sound was on the wire, in bytes. */
  payloadLength: number;
}

const headerLength = 12;

/** Whether a payload begins with RTP's version, as in tcpdump's `udp[8] & 0xc0 == 0x80`. */
export function looksLikeRtp(payload: Uint8Array): boolean {
  return ((payload[0] ?? 0) & 0xc0) === 0x80;
}

/** The RTP packet in the payload of a datagram that begins like one, or why it is none. */
export function parseRtp({
  payload,
  payloadLength,
}: Pick<Datagram, 'payload' | 'payloadLength'>): Rtp | SkipReason {
  if (!looksLikeRtp(payload) || payload.byteLength < headerLength) return 'rtp-header';
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const [flags, second] = [view.getUint8(0), view.getUint8(1)];
  // RTCP's packet types 192–223 stand where RTP has its marker and payload types 64–95 (RFC 5761, 4).
  if (second >= 192 && second <= 223) return 'rtcp';
  const sources = headerLength + (flags & 0x0f) * 4;
  const start = (flags & 0x10) === 0 ? sources : findExtensionEnd(view, sources);
  const isWhole = payload.byteLength === payloadLength;
  // The last byte says how many are padding; where it was not captured, none is known of.
  const padding = (flags & 0x20) === 0 || !isWhole ? 0 : view.getUint8(payload.byteLength - 1);
  const end = payload.byteLength - padding;
  if (start === undefined || start > end) return 'rtp-header';
  return {
    marker: (second & 0x80) !== 0,
    payloadType: second & 0x7f,
    sequence: view.getUint16(2),
    timestamp: view.getUint32(4),
    ssrc: view.getUint32(8),
    payload: payload.subarray(start, end),
    payloadLength: payloadLength - padding - start,
  };
}

function findExtensionEnd(view: DataView, start: number): number | undefined {
  return start + 4 > view.byteLength ? undefined : start + 4 + view.getUint16(start + 2) * 4;
}
