import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAudio } from './sdp.ts';

const lines = (...each: string[]): string => each.map((line) => `${line}\r\n`).join('');

describe('A session description', () => {
  test('gives the endpoint, payload types, direction and packet length of the audio', () => {
    expect(
      findAudio(lines('v=0', 'c=IN IP4 10.9.2.2', 'm=audio 40000 RTP/AVP 8 13', 'a=ptime:20', 'a=sendonly')),
    ).toEqual({ endpoint: '10.9.2.2:40000', payloadTypes: [8, 13], direction: 'sendonly', packetMs: 20 });
  });

  test('defaults to sendrecv and no packet length', () => {
    expect(findAudio(lines('c=IN IP4 10.9.1.2', 'm=audio 6000 RTP/AVP 8'))).toEqual({
      endpoint: '10.9.1.2:6000',
      payloadTypes: [8],
      direction: 'sendrecv',
      packetMs: undefined,
    });
  });

  test('prefers media-level lines to session-level ones', () => {
    const text = lines(
      'c=IN IP4 1.1.1.1',
      'a=inactive',
      'm=video 1 RTP/AVP 31',
      'c=IN IP4 2.2.2.2',
      'a=sendonly',
      'm=audio 3 RTP/AVP 0',
      'c=IN IP4 3.3.3.3',
      'a=recvonly',
      'm=audio 4 RTP/AVP 8',
      'c=IN IP4 4.4.4.4',
    );
    expect(findAudio(text)).toMatchObject({ endpoint: '3.3.3.3:3', direction: 'recvonly' });
    expect(findAudio(lines('c=IN IP4 1.1.1.1', 'a=inactive', 'm=audio 3 RTP/AVP 0'))).toMatchObject({
      endpoint: '1.1.1.1:3',
      direction: 'inactive',
    });
  });

  test.each([
    ['no lines', ''],
    ['no audio', lines('c=IN IP4 1.1.1.1', 'm=video 1 RTP/AVP 31')],
    ['no address', lines('m=audio 3 RTP/AVP 0')],
    ['an IPv6 address', lines('c=IN IP6 ::1', 'm=audio 3 RTP/AVP 0')],
    [
      'an address for another medium only',
      lines('m=video 1 RTP/AVP 31', 'c=IN IP4 2.2.2.2', 'm=audio 3 RTP/AVP 0'),
    ],
    ['an invalid port', lines('c=IN IP4 1.1.1.1', 'm=audio 70000 RTP/AVP 0')],
  ])('gives no audio if it has %s', (_what, text) => {
    expect(findAudio(text)).toBeUndefined();
  });

  test('never throws, whatever its lines are', () => {
    const line = fc
      .tuple(fc.constantFrom('c=IN IP4 ', 'm=audio ', 'a=', ''), fc.string())
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line), (each) => {
        expect(() => findAudio(lines(...each))).not.toThrow();
      }),
    );
  });
});
