import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readCaptureFile } from '../../../../testing/captures.ts';
import { captureNames } from '../call/plan.ts';
import { readCapture, type Capture, type RtpPacket } from '../capture/read-capture.ts';
import { expandStory } from './expand.ts';
import { captureToStory, countPackets } from './story.ts';

describe('A capture told in little', () => {
  test.each(captureNames)('gives back each packet of %s: frame, time, ends, numbers', (name) => {
    const capture = readCapture(readCaptureFile(name));
    const retold = expandStory(JSON.parse(JSON.stringify(captureToStory(capture))) as never);
    expect(
      retold.map((packet) => [
        ...[packet.frame, packet.atUs, packet.from, packet.to, packet.frameLength],
        ...(packet.lane === 'media' ? [packet.sequence, packet.timestamp] : [packet.message.sequence]),
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
    const stories = captureNames.map((name) => captureToStory(readCapture(readCaptureFile(name))));
    const json = JSON.stringify(stories);
    expect(json.length).toBeLessThan(10_000);
    expect(brotliCompressSync(json).byteLength).toBeLessThan(3500);
  });

  test('breaks a stretch where a packet is missing, the clock jumps, or another source speaks', () => {
    const { packets, ...rest } = readCapture(readCaptureFile('call-no-rtp'));
    const [first, second, third, fourth] = packets.filter((packet) => packet.protocol === 'rtp');
    const stretchesOf = (...each: (RtpPacket | undefined)[]): number[] =>
      captureToStory({ ...rest, packets: each.filter((packet) => packet !== undefined) }).stretches.map(
        countPackets,
      );
    const with_ = (packet: RtpPacket | undefined, rtp: Partial<RtpPacket['rtp']>): RtpPacket | undefined =>
      packet && { ...packet, rtp: { ...packet.rtp, ...rtp } };
    expect(stretchesOf(first, second, third, fourth)).toEqual([4]);
    expect(stretchesOf(first, second, fourth)).toEqual([2, 1]);
    expect(stretchesOf(first, with_(second, { timestamp: 7 }), third)).toEqual([1, 1, 1]);
    expect(stretchesOf(first, with_(second, { ssrc: 1 }), with_(second, {}), third)).toEqual([3, 1]);
  });

  test('goes on over the largest sequence number and timestamp', () => {
    const { packets, ...rest } = readCapture(readCaptureFile('call-no-rtp'));
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
    const story = captureToStory(capture);
    expect(story.stretches.map(countPackets)).toEqual([3]);
    expect(expandStory(story)).toMatchObject([
      { sequence: 65_534, timestamp: 4_294_967_136 },
      { sequence: 65_535, timestamp: 0 },
      { sequence: 0, timestamp: 160 },
    ]);
  });

  test('of nothing is nothing', () => {
    const story = captureToStory(readCapture(new Uint8Array(0)));
    expect(story).toEqual({ messages: [], stretches: [] });
    expect(expandStory(story)).toEqual([]);
  });
});
