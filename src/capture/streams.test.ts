import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFrame, buildPcap, buildRtp, buildSip, timeFrames } from '../testing/capture-files.ts';
import { parseCapture } from './parse-capture.ts';
import { findStreams, type RtpStream } from './streams.ts';

/** Builds a capture of datagrams, 20 ms apart. */
function capture(payloads: readonly Uint8Array[]) {
  return parseCapture(buildPcap(timeFrames(payloads.map((payload) => buildFrame(payload)))));
}

function streamOf(sequences: readonly number[]): RtpStream {
  const [stream] = findStreams(
    capture([announcement, ...sequences.map((each) => buildRtp(each & 0xffff))]),
  ).streams;
  if (stream === undefined) throw new Error('No stream');
  return stream;
}

const announcement = buildSip('INVITE sip:a SIP/2.0', {
  sdp: 'v=0\r\nc=IN IP4 10.9.2.2\r\nm=audio 40000 RTP/AVP 8\r\n',
});
const numbers = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index);

describe('An RTP stream', () => {
  test.each([
    ['without faults', numbers(500, 20), [0, 0, 0]],
    ['whose sequence numbers wrap around', numbers(65_530, 20), [0, 0, 0]],
    ['with lost packets', [...numbers(1, 5), ...numbers(8, 5)], [2, 0, 0]],
    ['with packets lost where it wraps around', [65_534, 1, 2], [2, 0, 0]],
    ['with repeated packets', [1, 2, 2, 3, 3, 3], [0, 3, 0]],
    ['with a late packet', [1, 2, 4, 5, 3, 6], [0, 0, 1]],
    ['whose first packet is late', [2, 1, 3], [0, 0, 1]],
    ['that starts over', [...numbers(1, 5), ...numbers(40_000, 5)], [0, 0, 0]],
    ['that starts over, with lost packets before and after', [1, 3, 40_000, 40_002], [2, 0, 0]],
  ])('%s is counted', (_what, sequences, [lost, repeated, late]) => {
    expect(streamOf(sequences)).toMatchObject({
      lost,
      repeated,
      late,
      packets: { length: sequences.length },
    });
  });

  test('has its packets in the same order, however they were shuffled', () => {
    const order = fc.uniqueArray(fc.nat(49), { minLength: 50, maxLength: 50 });
    fc.assert(
      fc.property(order, fc.nat(65_535), (shuffled, first) => {
        const stream = streamOf(shuffled.map((index) => first + index));
        expect(stream.ordered.map(({ rtp }) => rtp.sequence)).toEqual(
          numbers(first, 50).map((sequence) => sequence & 0xffff),
        );
        expect(stream).toMatchObject({ lost: 0, repeated: 0 });
      }),
      { numRuns: 30 },
    );
  });

  test('is recognized without SDP by its growing sequence numbers, and told apart', () => {
    const { streams, others } = findStreams(capture(numbers(1, 6).map((sequence) => buildRtp(sequence))));
    expect(streams).toMatchObject([{ isAnnounced: false, packets: { length: 6 } }]);
    expect(others).toBe(0);
    expect(streamOf([1]).isAnnounced).toBe(true);
  });

  test.each([
    ['too few packets', numbers(1, 4)],
    ['the same sequence number again and again', new Array<number>(20).fill(7)],
    ['sequence numbers at random', [9, 500, 77, 1400, 2000, 300]],
  ])('is not recognized without SDP in %s', (_what, sequences) => {
    const { streams, others } = findStreams(capture(sequences.map((sequence) => buildRtp(sequence))));
    expect(streams).toEqual([]);
    expect(others).toBe(sequences.length);
  });

  test('is one per SSRC', () => {
    const payloads = numbers(1, 10).map((sequence) => buildRtp(sequence, { ssrc: sequence % 2 }));
    expect(findStreams(capture([announcement, ...payloads])).streams).toMatchObject([
      { ssrc: 1 },
      { ssrc: 0 },
    ]);
  });
});
