import { describe, expect, test } from 'vitest';
import {
  buildFrame,
  buildIpv4,
  buildPcap,
  buildSip,
  buildUdp,
  ethernetHeader,
  joinBytes,
  reverseFrame,
  timeFrames,
} from '../testing/capture-files.ts';
import { findExchanges } from './exchanges.ts';
import { parseCapture } from './parse-capture.ts';

const sdp = (port: number): string => `v=0\r\nc=IN IP4 10.9.9.9\r\nm=audio ${port} RTP/AVP 8\r\n`;
const ports = { from: 5060, to: 5060 };

const toServer = (line: string, port = 0, sequence = '1 INVITE'): Uint8Array =>
  buildFrame(buildSip(line, { sequence, sdp: port === 0 ? '' : sdp(port) }), ports);
const toCaller = (line: string, port = 0, sequence = '1 INVITE'): Uint8Array =>
  reverseFrame(toServer(line, port, sequence));
const toThird = (line: string, port: number): Uint8Array =>
  joinBytes([
    ethernetHeader,
    buildIpv4(buildUdp(buildSip(line, { sdp: sdp(port) }), ports), { to: 0x0a090303 }),
  ]);

/** Lists the exchanges as `message port → message port`. */
function list(frames: readonly Uint8Array[]): string[] {
  const capture = parseCapture(buildPcap(timeFrames(frames)));
  const messages = capture.packets.filter((packet) => packet.protocol === 'sip');
  return findExchanges(messages).map(({ offer, answer }) =>
    [offer, answer]
      .map((each) => (each === undefined ? '?' : `${each.label} ${each.audio?.endpoint.split(':')[1]}`))
      .join(' → '),
  );
}

describe('An exchange of SDP', () => {
  test.each([
    [
      'in INVITE and 200 OK',
      [toServer('INVITE a SIP/2.0', 1), toCaller('SIP/2.0 200 OK', 2)],
      ['INVITE 1 → 200 OK 2'],
    ],
    ['without an answer', [toServer('INVITE a SIP/2.0', 1), toCaller('SIP/2.0 486 Busy')], ['INVITE 1 → ?']],
    [
      'with early media, which the final answer replaces',
      [toServer('INVITE a SIP/2.0', 1), toCaller('SIP/2.0 183 Progress', 2), toCaller('SIP/2.0 200 OK', 3)],
      ['INVITE 1 → 200 OK 3'],
    ],
    [
      'in 200 OK and ACK',
      [toServer('INVITE a SIP/2.0'), toCaller('SIP/2.0 200 OK', 2), toServer('ACK a SIP/2.0', 3, '1 ACK')],
      ['200 OK 2 → ACK 3'],
    ],
    [
      'with an INVITE sent again',
      [toServer('INVITE a SIP/2.0', 1), toServer('INVITE a SIP/2.0', 1), toCaller('SIP/2.0 200 OK', 2)],
      ['INVITE 1 → 200 OK 2'],
    ],
    [
      'repeated by a re-INVITE',
      [
        toServer('INVITE a SIP/2.0', 1),
        toCaller('SIP/2.0 200 OK', 2),
        toCaller('INVITE b SIP/2.0', 3, '7 INVITE'),
        toServer('SIP/2.0 200 OK', 4, '7 INVITE'),
      ],
      ['INVITE 1 → 200 OK 2', 'INVITE 3 → 200 OK 4'],
    ],
    [
      'on each leg through a proxy',
      [toServer('INVITE a SIP/2.0', 1), toThird('INVITE a SIP/2.0', 5), toCaller('SIP/2.0 200 OK', 2)],
      ['INVITE 1 → 200 OK 2', 'INVITE 5 → ?'],
    ],
  ])('%s is found', (_what, frames, exchanges) => {
    expect(list(frames)).toEqual(exchanges);
  });
});
