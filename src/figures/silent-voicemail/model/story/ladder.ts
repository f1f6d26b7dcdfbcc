import { hostOf, type Endpoint } from '../capture/datagram.ts';
import { expandStory, type StoryPacket } from './expand.ts';
import type { Audio } from '../capture/sdp.ts';
import type { Story } from './story.ts';

/** Who stands beside whom in the ladder of a call. */
export const participants = ['caller', 'carrier', 'server', 'recorder'] as const;

export type Participant = (typeof participants)[number];

/** A capture as a ladder: messages and stretches of sound, each with who sends it to whom, and when. */
export interface Ladder {
  signalling: Arrow[];
  media: Run[];
}

/** A message in the ladder. */
export interface Arrow {
  frame: number;
  atUs: number;
  from: Participant;
  to: Participant;
  endpoints: { from: Endpoint; to: Endpoint };
  label: string;
  sequence: string;
  audio: Audio | undefined;
}

/** Packets in a row that are drawn as one thing. */
export interface Run {
  from: Participant;
  to: Participant;
  endpoints: { from: Endpoint; to: Endpoint };
  count: number;
  ssrc: number;
  payloadType: number;
  first: RunEnd;
  last: RunEnd;
}

/** The first or the last packet of a run. */
export interface RunEnd {
  frame: number;
  sequence: number;
  timestamp: number;
  atUs: number;
}

/** The ladder of a captured call, seen from where it was captured. */
export function storyToLadder(story: Story): Ladder {
  const packets = expandStory(story);
  const nameOf = nameParticipants(story);
  return {
    signalling: packets.flatMap((packet) => (packet.lane === 'signalling' ? [toArrow(packet, nameOf)] : [])),
    media: story.stretches.flatMap(({ from, to, ssrc, payloadType }, index) => {
      const own = packets.filter(isOf(index));
      const [first, last] = [own.at(0), own.at(-1)];
      if (first === undefined || last === undefined) return [];
      const ends = { from: nameOf(from), to: nameOf(to), endpoints: { from, to } };
      return [{ ...ends, count: own.length, ssrc, payloadType, first: toEnd(first), last: toEnd(last) }];
    }),
  };
}

type MediaPacket = Extract<StoryPacket, { lane: 'media' }>;

function isOf(index: number): (packet: StoryPacket) => packet is MediaPacket {
  return (packet): packet is MediaPacket => packet.lane === 'media' && packet.stretch === index;
}

function toEnd({ frame, sequence, timestamp, atUs }: MediaPacket): RunEnd {
  return { frame, sequence, timestamp, atUs };
}

type NameOf = (endpoint: Endpoint) => Participant;

function toArrow(packet: Extract<StoryPacket, { lane: 'signalling' }>, nameOf: NameOf): Arrow {
  const { frame, atUs, from, to, message } = packet;
  const { label, sequence, audio } = message;
  return { frame, atUs, from: nameOf(from), to: nameOf(to), endpoints: { from, to }, label, sequence, audio };
}

/** The first INVITE says who calls and who is called; whoever else sends or gets packets stands between them. */
function nameParticipants({ messages }: Story): NameOf {
  const invite = messages.find(({ label }) => label === 'INVITE');
  return (endpoint) => {
    if (invite === undefined) return 'carrier';
    if (hostOf(endpoint) === hostOf(invite.from)) return 'caller';
    return hostOf(endpoint) === hostOf(invite.to) ? 'server' : 'carrier';
  };
}
