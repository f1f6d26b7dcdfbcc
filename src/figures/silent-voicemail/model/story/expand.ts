import type { Endpoint } from '../capture/datagram.ts';
import { countPackets, findPeriodUs, type Story, type StoryMessage, type Stretch } from './story.ts';

/** A packet of a story, one by one. */
export type StoryPacket = StoryPlace &
  ({ lane: 'signalling'; message: StoryMessage } | { lane: 'media'; sequence: number; timestamp: number });

interface StoryPlace {
  /** Number of its frame in the capture, from 1. */
  frame: number;
  atUs: number;
  from: Endpoint;
  to: Endpoint;
  frameLength: number;
}

/** Every packet of a story in order of time, numbered as the frames of the capture that it tells. */
export function expandStory(story: Story): StoryPacket[] {
  const messages = story.messages.map((message) => {
    const { atUs, from, to, frameLength } = message;
    return { lane: 'signalling' as const, atUs, from, to, frameLength, message };
  });
  const media = story.stretches.flatMap(expandStretch);
  return [...messages, ...media]
    .sort((one, other) => one.atUs - other.atUs)
    .map((packet, index) => ({ ...packet, frame: index + 1 }));
}

function expandStretch(stretch: Stretch) {
  const { from, to, frameLength, samples } = stretch;
  const period = findPeriodUs(stretch);
  let atUs = stretch.startUs;
  return Array.from({ length: countPackets(stretch) }, (_, k) => {
    if (k > 0) atUs += period + (stretch.drifts[k - 1] ?? 0);
    return {
      lane: 'media' as const,
      ...{ atUs, from, to, frameLength },
      sequence: (stretch.sequence + k) & 0xffff,
      timestamp: (stretch.timestamp + k * samples) % 2 ** 32,
    };
  });
}
