import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFrame, buildPcap, defaultFormat, readCaptureFile } from '../testing/capture-files.ts';
import { parseCapture, type Capture, type RtpPacket } from './parse-capture.ts';
import { skipReasons } from './skip-reason.ts';

/** Counts the SIP packets, the RTP packets to port 40000, and the RTP packets from there. */
function count({ packets }: Capture): [number, number, number] {
  const media = packets.filter(({ protocol }) => protocol === 'rtp');
  const toServer = media.filter(({ to }) => to === '10.9.2.2:40000').length;
  return [packets.length - media.length, toServer, media.length - toServer];
}

/** Summarizes each RTP stream: frames, endpoints, number of packets, SSRC, sequence numbers, and seconds. */
function listStreams({ packets }: Capture): string[] {
  const media = packets.filter((packet) => packet.protocol === 'rtp');
  const streams = Map.groupBy(media, ({ from, to, rtp }) => `${from}→${to} ${rtp.ssrc.toString(16)}`);
  return [...streams.values()].flatMap((stream) => {
    const [first, last] = [stream.at(0), stream.at(-1)];
    if (first === undefined || last === undefined) return [];
    const range = (read: (packet: RtpPacket) => string | number): string => `${read(first)}–${read(last)}`;
    return [
      `${range(({ frame }) => frame)} ${first.from}→${first.to} ${stream.length} × ${first.rtp.ssrc.toString(16)} ${range(({ rtp }) => rtp.sequence)} ${range(({ atUs }) => (atUs / 1_000_000).toFixed(3))}`,
    ];
  });
}

describe('The captures from the lab', () => {
  test.each([
    ['call-ok', 71_627, 307, [7, 250, 50]],
    ['call-no-rtp', 14_127, 57, [7, 0, 50]],
    ['call-no-rtp-caller-side', 71_627, 307, [7, 250, 50]],
    ['call-nat', 106_127, 457, [7, 250, 200]],
  ])('%s has the number of packets that the article states', (name, length, frames, counts) => {
    const bytes = readCaptureFile(name);
    const capture = parseCapture(bytes);
    expect(bytes.byteLength).toBe(length);
    expect(capture.frameCount).toBe(frames);
    expect(count(capture)).toEqual(counts);
    expect(capture.skipped).toEqual([]);
  });

  test('have the seven SIP messages of a call, with an SDP offer and answer', () => {
    const messages = parseCapture(readCaptureFile('call-ok')).packets.filter(
      (packet) => packet.protocol === 'sip',
    );
    const summary = messages.map(({ frame, atUs, message, audio }) => [
      frame,
      (atUs / 1_000_000).toFixed(3),
      message.kind === 'request' ? message.method : message.status,
      message.sequence.number,
      audio?.endpoint,
    ]);
    expect(summary).toEqual([
      [1, '0.000', 'INVITE', 1, '10.9.1.2:6000'],
      [2, '0.000', 100, 1, undefined],
      [3, '0.104', 180, 1, undefined],
      [4, '0.608', 200, 1, '10.9.2.2:40000'],
      [5, '0.609', 'ACK', 1, undefined],
      [306, '7.417', 'BYE', 2, undefined],
      [307, '7.417', 200, 2, undefined],
    ]);
    expect(new Set(messages.map(({ message }) => message.callId))).toEqual(new Set(['1-22153@10.9.1.2']));
  });

  test.each([
    [
      'call-ok',
      [
        '6–55 10.9.2.2:40000→10.9.1.2:6000 50 × 5eed0001 500–549 0.620–1.600',
        '56–305 10.9.1.2:6000→10.9.2.2:40000 250 × badcafe 1000–1249 1.912–6.872',
      ],
    ],
    ['call-no-rtp', ['6–55 10.9.2.2:40000→10.9.1.2:6000 50 × 5eed0001 500–549 0.621–1.601']],
    [
      'call-nat',
      [
        '6–87 10.9.2.2:40000→10.9.1.2:6000 73 × 5eed0001 500–572 0.618–2.058',
        '71–455 10.9.2.1:23456→10.9.2.2:40000 250 × badcafe 1000–1249 1.912–6.872',
        '89–341 10.9.2.2:40000→10.9.2.1:23456 127 × 5eed0001 573–699 2.078–4.598',
      ],
    ],
  ])('have the expected RTP streams: %s', (name, streams) => {
    expect(listStreams(parseCapture(readCaptureFile(name)))).toEqual(streams);
  });

  test('have A-law audio with the marker bit in the first packet of the voicemail', () => {
    const first = parseCapture(readCaptureFile('call-ok')).packets[55];
    expect(first).toMatchObject({
      frame: 56,
      frameLength: 214,
      protocol: 'rtp',
      rtp: { payloadType: 8, marker: true, sequence: 1000, timestamp: 0, payloadLength: 160 },
    });
  });
});

describe('A capture with other traffic', () => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const frame = (payload: Uint8Array) => ({ seconds: 1, nanoseconds: 0, bytes: buildFrame(payload) });

  test('has a reason for each frame that it skips', () => {
    const pcap = buildPcap([
      frame(encode('SIP/2.0 200 OK\r\n\r\n')),
      frame(encode('hello')),
      frame(Uint8Array.of(0x80, 200, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)),
      frame(Uint8Array.of(0x80, 8)),
      { seconds: 1, nanoseconds: 0, bytes: Uint8Array.of(1) },
    ]);
    expect(parseCapture(pcap).packets).toEqual([]);
    expect(parseCapture(pcap).skipped.map(({ frame: number, reason }) => [number, reason])).toEqual([
      [1, 'sip-header'],
      [2, 'unknown-payload'],
      [3, 'rtcp'],
      [4, 'rtp-header'],
      [5, 'link-cut'],
    ]);
  });

  test('of a link type that is not decoded, such as Wi-Fi, is skipped', () => {
    const pcap = buildPcap([frame(encode('x'))], { ...defaultFormat, linkType: 105 });
    expect(parseCapture(pcap)).toMatchObject({
      frameCount: 1,
      packets: [],
      skipped: [{ frame: 0, reason: 'link-type' }],
    });
  });

  test.each([
    ['STUN', [0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42], 'stun'],
    ['DTLS', [22, 0xfe, 0xfd, 0], 'dtls'],
    ['ZRTP', [0x10, 0, 0, 0, 0x5a, 0x52, 0x54, 0x50], 'zrtp'],
    ['a keep-alive', [13, 10, 13, 10], 'keep-alive'],
  ])('names %s', (_what, bytes, reason) => {
    const { skipped, keyExchanges } = parseCapture(buildPcap([frame(Uint8Array.from(bytes))]));
    expect(skipped).toMatchObject([{ frame: 1, reason }]);
    expect(keyExchanges.size).toBe(reason === 'dtls' || reason === 'zrtp' ? 2 : 0);
  });

  test('cut to 64 bytes per frame keeps its packets and the length of their payload on the wire', () => {
    const { packets } = parseCapture(readCaptureFile('call-ok'));
    const first = packets.find((packet) => packet.protocol === 'rtp');
    const bytes = buildFrame(
      Uint8Array.of(0x80, 8, 1, 244, 0, 0, 0, 0, 0, 0, 0, 1, ...(first?.rtp.payload ?? [])),
    );
    const cut = buildPcap([{ seconds: 1, nanoseconds: 0, bytes }], { ...defaultFormat, snapLength: 64 });
    expect(parseCapture(cut).cutFrames).toBe(1);
    expect(parseCapture(cut).packets).toMatchObject([
      { frameLength: 214, rtp: { sequence: 500, payloadLength: 160, payload: { byteLength: 10 } } },
    ]);
  });
});

describe('A damaged capture', () => {
  const good = readCaptureFile('call-ok').subarray(0, 6000);
  const reasons = Object.keys(skipReasons);

  test('never throws and accounts for every frame, wherever it is cut or overwritten', () => {
    const damaged = fc
      .tuple(
        fc.array(fc.tuple(fc.nat(good.byteLength - 1), fc.nat(255)), { maxLength: 40 }),
        fc.nat(good.byteLength),
      )
      .map(([changes, length]) => {
        const bytes = Uint8Array.from(good);
        for (const [at, byte] of changes) bytes[at] = byte;
        return bytes.subarray(0, length);
      });
    fc.assert(
      fc.property(damaged, (bytes) => {
        const { packets, skipped, joined, frameCount, format } = parseCapture(bytes);
        const frames = [...packets, ...skipped].map(({ frame }) => frame);
        const accounted = new Set([...frames, ...joined].filter((frame) => frame > 0 && frame <= frameCount));
        expect(skipped.every(({ reason }) => reasons.includes(reason))).toBe(true);
        if (format?.linkType === 1) expect(accounted.size).toBe(frameCount);
      }),
      { numRuns: 500 },
    );
  });

  test('gives no packets for arbitrary bytes, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(parseCapture(bytes).packets).toEqual([]);
      }),
    );
  });
});
