import type { Datagram } from './datagram.ts';
import type { SkipReason } from './skip-reason.ts';
import { viewOf } from './view-of.ts';

/** An RTP packet: its header (RFC 3550, section 5.1) and payload. */
export interface Rtp {
  marker: boolean;
  payloadType: number;
  /** Sequence number. */
  sequence: number;
  timestamp: number;
  ssrc: number;
  /** The captured part of the payload. */
  payload: Uint8Array;
  /** Length of the payload on the wire, in bytes. */
  payloadLength: number;
}

const headerLength = 12;

/** Returns whether a payload starts with RTP's version, as does tcpdump's filter `udp[8] & 0xc0 == 0x80`. */
export function looksLikeRtp(payload: Uint8Array): boolean {
  return ((payload[0] ?? 0) & 0xc0) === 0x80;
}

/** Parses the RTP packet in a datagram, or returns the reason if it is not RTP. */
export function parseRtp({
  payload,
  payloadLength,
}: Pick<Datagram, 'payload' | 'payloadLength'>): Rtp | SkipReason {
  if (!looksLikeRtp(payload) || payload.byteLength < headerLength) return 'rtp-header';
  const view = viewOf(payload);
  const [flags, second] = [view.getUint8(0), view.getUint8(1)];
  // RTCP packet types 192–223 take the place of RTP's marker bit with payload types 64–95 (RFC 5761, section 4).
  if (second >= 192 && second <= 223) return 'rtcp';
  const contributorsEnd = headerLength + (flags & 0x0f) * 4;
  const start = (flags & 0x10) === 0 ? contributorsEnd : findExtensionEnd(view, contributorsEnd);
  const isWhole = payload.byteLength === payloadLength;
  // The last byte holds the length of the padding, so it is unknown if the snap length cut the packet.
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
