import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIpv4, buildSip, buildTcp, joinBytes } from '../testing/capture-files.ts';
import { parseIp } from './ip.ts';
import { createSipStreams, parseSegment, type Segment } from './tcp.ts';

const messages = [
  buildSip('INVITE sip:a SIP/2.0', { sdp: 'v=0\r\n\r\nx' }),
  buildSip('SIP/2.0 100 Trying'),
  buildSip('ACK sip:a SIP/2.0', { sdp: 'v=0' }),
];
const stream = joinBytes(messages);
const start = 0xffff_fff0;

function segmentOf(from: number, to: number, bytes = stream): Segment {
  return { from: 'a:1', to: 'b:2', sequence: (start + from) >>> 0, payload: bytes.subarray(from, to) };
}

/** Cuts the stream at some offsets. */
function cut(offsets: readonly number[]): Segment[] {
  const ends = [...new Set([...offsets, stream.byteLength])].sort((one, other) => one - other);
  return ends.map((end, index) => segmentOf(ends[index - 1] ?? 0, end));
}

function read(segments: readonly Segment[]): string[] {
  const streams = createSipStreams();
  return segments.flatMap((segment) => {
    const received = streams.add(segment);
    return typeof received === 'string' ? [] : received.map((message) => new TextDecoder().decode(message));
  });
}

const texts = messages.map((message) => new TextDecoder().decode(message));

describe('A TCP segment', () => {
  test('gives its endpoints, sequence number and payload', () => {
    const packet = parseIp(buildIpv4(buildTcp(Uint8Array.of(7), { sequence: 5 }), { protocol: 6 }));
    expect(typeof packet === 'string' ? packet : parseSegment(packet)).toEqual({
      from: '10.9.1.2:5060',
      to: '10.9.2.2:5060',
      sequence: 5,
      payload: Uint8Array.of(7),
    });
  });

  test('is cut if its header does not fit', () => {
    const packet = parseIp(
      buildIpv4(buildTcp(Uint8Array.of(), { sequence: 5 }).subarray(0, 19), { protocol: 6 }),
    );
    expect(typeof packet === 'string' ? packet : parseSegment(packet)).toBe('tcp-cut');
  });
});

const anyCuts = fc.array(fc.integer({ min: 1, max: stream.byteLength - 1 }), { maxLength: 12 });

describe('The SIP messages in TCP segments', () => {
  test('are the same wherever the stream is cut', () => {
    fc.assert(
      fc.property(anyCuts, (offsets) => {
        expect(read(cut(offsets))).toEqual(texts);
      }),
    );
  });

  test('are read once if segments are sent again', () => {
    fc.assert(
      fc.property(anyCuts, (offsets) => {
        expect(read(cut(offsets).flatMap((segment) => [segment, segment]))).toEqual(texts);
      }),
    );
  });

  test('are read once if segments overlap', () => {
    fc.assert(
      fc.property(anyCuts, fc.integer({ min: 1, max: 30 }), (offsets, overlap) => {
        const segments = cut(offsets).map(({ sequence, payload }) => {
          const from = (sequence - start) >>> 0;
          return segmentOf(Math.max(0, from - overlap), from + payload.byteLength);
        });
        expect(read(segments)).toEqual(texts);
      }),
    );
  });

  test('are read in order if segments after the first are not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 40, max: stream.byteLength - 1 }), { maxLength: 5 }),
        fc.nat(5),
        (offsets, at) => {
          const [first, ...rest] = cut([20, ...offsets]);
          const moved = rest.splice(at % Math.max(1, rest.length), 1);
          expect(read([...(first ? [first] : []), ...rest, ...moved])).toEqual(texts);
        },
      ),
    );
  });

  test('begin again after a segment that is missing in the capture', () => {
    const boundary = messages[0]?.byteLength ?? 0;
    const later = Array.from({ length: 20 }, (_, index) => {
      const from = stream.byteLength + index * 10;
      return { ...segmentOf(0, 0), sequence: (start + from) >>> 0, payload: new Uint8Array(10).fill(97) };
    });
    const again = { ...segmentOf(0, stream.byteLength), sequence: (start + stream.byteLength + 200) >>> 0 };
    expect(read([segmentOf(0, boundary - 2), ...later, again])).toEqual(texts);
  });

  test('may have keep-alives between them', () => {
    const [first, second] = messages;
    if (first === undefined || second === undefined) throw new Error();
    const bytes = joinBytes([first, Uint8Array.of(13, 10, 13, 10), second]);
    expect(read([segmentOf(0, bytes.byteLength, bytes)])).toEqual(texts.slice(0, 2));
  });

  test.each([
    ['nothing', [], 'tcp'],
    ['HTTP', [...new TextEncoder().encode('GET / HTTP/1.1\r\n\r\n')], 'tcp'],
    ['TLS', [22, 3, 1, 0, 0], 'tls'],
  ])('are missing in %s', (_what, bytes, reason) => {
    const streams = createSipStreams();
    expect(streams.add({ ...segmentOf(0, 0), payload: Uint8Array.from(bytes) })).toBe(reason);
  });

  test('are not waited for without end', () => {
    const streams = createSipStreams();
    const huge = buildSip('INVITE sip:a SIP/2.0\r\nl: 9000000');
    streams.add({ ...segmentOf(0, 0), payload: huge });
    let last: unknown;
    for (let at = huge.byteLength; at < 80_000; at += 1000)
      last = streams.add({ ...segmentOf(0, 0), sequence: (start + at) >>> 0, payload: new Uint8Array(1000) });
    expect(last).toBe('tcp');
  });
});
