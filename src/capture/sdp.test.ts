import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAudio as findFirstAudio, findMedia } from './sdp.ts';

const lines = (...each: string[]): string => each.map((line) => `${line}\r\n`).join('');

const findAudio = (text: string) => findFirstAudio(findMedia(text));

describe('A session description', () => {
  test('gives the endpoint, payload types, direction and packet length of the audio', () => {
    expect(
      findAudio(lines('v=0', 'c=IN IP4 10.9.2.2', 'm=audio 40000 RTP/AVP 8 13', 'a=ptime:20', 'a=sendonly')),
    ).toMatchObject({
      endpoint: '10.9.2.2:40000',
      payloadTypes: [8, 13],
      direction: 'sendonly',
      packetMs: 20,
      isEncrypted: false,
    });
  });

  test('defaults to sendrecv and no packet length', () => {
    expect(findAudio(lines('c=IN IP4 10.9.1.2', 'm=audio 6000 RTP/AVP 8'))).toMatchObject({
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
    ['a host name', lines('c=IN IP4 example.com', 'm=audio 3 RTP/AVP 0')],
    ['a malformed IPv6 address', lines('c=IN IP6 1::2::3', 'm=audio 3 RTP/AVP 0')],
    [
      'an address for another medium only',
      lines('m=video 1 RTP/AVP 31', 'c=IN IP4 2.2.2.2', 'm=audio 3 RTP/AVP 0'),
    ],
    ['an invalid port', lines('c=IN IP4 1.1.1.1', 'm=audio 70000 RTP/AVP 0')],
  ])('gives no audio if it has %s', (_what, text) => {
    expect(findAudio(text)).toBeUndefined();
  });

  test.each([
    ['2001:DB8:0:0:0:0:0:1', '[2001:db8::1]:6000'],
    ['::1', '[::1]:6000'],
    ['1:2:3:4:5:6:7:8', '[1:2:3:4:5:6:7:8]:6000'],
  ])('may have the IPv6 address %s', (address, endpoint) => {
    expect(findAudio(lines(`c=IN IP6 ${address}`, 'm=audio 6000 RTP/AVP 0'))?.endpoint).toBe(endpoint);
  });

  test('names the encodings of its payload types: assigned ones, and those of a=rtpmap', () => {
    const text = lines(
      'c=IN IP4 1.1.1.1',
      'm=audio 3 RTP/AVP 8 0 96 101',
      'a=rtpmap:96 opus/48000/2',
      'a=rtpmap:101 telephone-event/8000',
    );
    expect([...(findAudio(text)?.encodings ?? [])]).toEqual([
      [8, 'PCMA'],
      [0, 'PCMU'],
      [96, 'opus'],
      [101, 'telephone-event'],
    ]);
  });

  test.each([
    ['the profile SAVP', ['m=audio 3 RTP/SAVP 8']],
    ['the profile of WebRTC', ['m=audio 3 UDP/TLS/RTP/SAVPF 8']],
    ['a key', ['m=audio 3 RTP/AVP 8', 'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x']],
  ])('demands encryption by %s', (_what, media) => {
    expect(findAudio(lines('c=IN IP4 1.1.1.1', ...media))?.isEncrypted).toBe(true);
  });

  test('lists all its media; a rejected one is not the audio if there is another', () => {
    const text = lines(
      'c=IN IP4 1.1.1.1',
      'm=audio 0 RTP/SAVP 8',
      'm=audio 4 RTP/AVP 8',
      'm=video 6 RTP/AVP 34',
      'm=image 8 udptl t38',
    );
    expect(findMedia(text).map(({ kind, endpoint }) => `${kind} ${endpoint}`)).toEqual([
      'audio 1.1.1.1:0',
      'audio 1.1.1.1:4',
      'video 1.1.1.1:6',
      'image 1.1.1.1:8',
    ]);
    expect(findAudio(text)?.endpoint).toBe('1.1.1.1:4');
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
