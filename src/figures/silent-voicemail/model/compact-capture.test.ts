import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readCaptureFile } from '../../../testing/capture-files.ts';
import { parseCapture, type Capture, type RtpPacket } from '../../../capture/index.ts';
import { compactCapture, expandCapture, type CompactCapture } from './compact-capture.ts';

const captureNames = ['call-ok', 'call-no-rtp', 'call-no-rtp-caller-side', 'call-nat'] as const;

/** Returns the number of packets in a segment. */
function lengthOf({ jitterUs }: CompactCapture['segments'][number]): number {
  return jitterUs.length + 1;
}

describe('A compact capture', () => {
  test.each(captureNames)('expands to every packet of %s: frame, time, endpoints, numbers', (name) => {
    const capture = parseCapture(readCaptureFile(name));
    const expanded = expandCapture(JSON.parse(JSON.stringify(compactCapture(capture))) as never);
    expect(
      expanded.map((packet) => [
        ...[packet.frame, packet.atUs, packet.from, packet.to, packet.frameLength],
        ...(packet.kind === 'rtp' ? [packet.sequence, packet.timestamp] : [packet.message.sequence]),
      ]),
    ).toEqual(
      capture.packets.map((packet) => [
        ...[packet.frame, packet.atUs, packet.from, packet.to, packet.frameLength],
        ...(packet.protocol === 'rtp'
          ? [packet.rtp.sequence, packet.rtp.timestamp]
          : [`${packet.message.sequence.number} ${packet.message.sequence.method}`]),
      ]),
    );
  });

  test('is a few kilobytes, where the captures are 264 KB', () => {
    const capturedCalls = captureNames.map((name) => compactCapture(parseCapture(readCaptureFile(name))));
    const json = JSON.stringify(capturedCalls);
    expect(json.length).toBeLessThan(10_000);
    expect(brotliCompressSync(json).byteLength).toBeLessThan(3500);
  });

  test('starts a new segment at a missing packet, a jump of the timestamp, or another SSRC', () => {
    const { packets, ...rest } = parseCapture(readCaptureFile('call-no-rtp'));
    const [first, second, third, fourth] = packets.filter((packet) => packet.protocol === 'rtp');
    const segmentLengths = (...each: (RtpPacket | undefined)[]): number[] =>
      compactCapture({ ...rest, packets: each.filter((packet) => packet !== undefined) }).segments.map(
        lengthOf,
      );
    const withRtp = (packet: RtpPacket | undefined, rtp: Partial<RtpPacket['rtp']>): RtpPacket | undefined =>
      packet && { ...packet, rtp: { ...packet.rtp, ...rtp } };
    expect(segmentLengths(first, second, third, fourth)).toEqual([4]);
    expect(segmentLengths(first, second, fourth)).toEqual([2, 1]);
    expect(segmentLengths(first, withRtp(second, { timestamp: 7 }), third)).toEqual([1, 1, 1]);
    expect(segmentLengths(first, withRtp(second, { ssrc: 1 }), withRtp(second, {}), third)).toEqual([3, 1]);
  });

  test('continues a segment when sequence numbers and timestamps wrap around', () => {
    const { packets, ...rest } = parseCapture(readCaptureFile('call-no-rtp'));
    const media = packets.filter((packet) => packet.protocol === 'rtp').slice(0, 3);
    const moved = media.map((packet, index) => ({
      ...packet,
      rtp: {
        ...packet.rtp,
        sequence: (65_534 + index) & 0xffff,
        timestamp: (2 ** 32 - 160 + index * 160) % 2 ** 32,
      },
    }));
    const capture: Capture = { ...rest, packets: moved };
    const compact = compactCapture(capture);
    expect(compact.segments.map(lengthOf)).toEqual([3]);
    expect(expandCapture(compact)).toMatchObject([
      { sequence: 65_534, timestamp: 4_294_967_136 },
      { sequence: 65_535, timestamp: 0 },
      { sequence: 0, timestamp: 160 },
    ]);
  });

  test('of an empty file is empty', () => {
    const compact = compactCapture(parseCapture(new Uint8Array(0)));
    expect(compact).toEqual({ messages: [], segments: [] });
    expect(expandCapture(compact)).toEqual([]);
  });
});
