import { hostOf, type Endpoint } from '../capture/datagram.ts';
import type { Audio } from '../capture/sdp.ts';
import { expandStory, type StoryPacket } from '../story/expand.ts';
import type { Story } from '../story/story.ts';
import { comfortNoise } from './auto-adjust.ts';
import type { Settings } from './settings.ts';

/** The captures that the figure plays: where, and of which call. */
export const captureNames = ['call-ok', 'call-no-rtp', 'call-no-rtp-caller-side', 'call-nat'] as const;

export type CaptureName = (typeof captureNames)[number];

/** The captures that calls are played from; a call that was stopped halfway is played from where all of it was seen. */
export type Stories = Record<Exclude<CaptureName, 'call-no-rtp'>, Story>;

/** What one side sends, before anything has become of it. */
export type Sending = { atUs: number; sender: 'caller' | 'server'; from: Endpoint; to: Endpoint } & (
  { lane: 'signalling'; label: string } | { lane: 'media'; sequence: number; payloadType: number }
);

/** What both sides send in a call, and what they have promised each other. */
export interface Plan {
  sendings: Sending[];
  caller: Audio;
  server: Audio;
  /** Where the caller's sound seems to come from behind the carrier. */
  seenCaller: Endpoint;
}

/** The call that a capture tells, as its two ends send it. The capture must hold its INVITE and the answer to it. */
export function planCall(settings: Settings, stories: Stories): Plan {
  const story = stories[findBase(settings)];
  const [offer, answer] = story.messages.filter(({ audio }) => audio !== undefined);
  if (offer?.audio === undefined || answer?.audio === undefined)
    throw new Error('Unexpected piece of a story, expected one of a whole call');
  const parties = { caller: offer.audio, server: answer.audio };
  const isFromServer = ({ from }: { from: Endpoint }): boolean => hostOf(from) === hostOf(offer.to);
  const spoken = story.stretches.find((stretch) => !isFromServer(stretch));
  const packets = expandStory(story);
  const message = packets.filter((packet) => packet.lane === 'media' && !isFromServer(packet));
  const kept = new Set(message.slice(0, settings.packets));
  return {
    sendings: packets
      .filter((packet) => isFromServer(packet) || packet.lane === 'signalling' || kept.has(packet))
      .map((packet) => toSending(packet, isFromServer(packet), { settings, ...parties })),
    ...parties,
    seenCaller: spoken?.from ?? parties.caller.endpoint,
  };
}

function findBase({ nat, block, direction }: Settings): keyof Stories {
  if (nat === 'on') return 'call-nat';
  return block === 'carrier' && direction === 'to-server' ? 'call-no-rtp-caller-side' : 'call-ok';
}

interface Call {
  settings: Settings;
  caller: Audio;
  server: Audio;
}

function toSending(packet: StoryPacket, isFromServer: boolean, { settings, caller, server }: Call): Sending {
  const { atUs } = packet;
  const sender = isFromServer ? 'server' : 'caller';
  if (packet.lane === 'signalling') {
    const { from, to, message } = packet;
    return { atUs, sender, from, to, lane: 'signalling', label: message.label };
  }
  const [own, other] = isFromServer ? [server, caller] : [caller, server];
  const payloadType = isFromServer ? agreedType(server) : payloadTypeOf(settings, server);
  const ends = { from: own.endpoint, to: other.endpoint };
  return { atUs, sender, ...ends, lane: 'media', sequence: packet.sequence, payloadType };
}

function payloadTypeOf({ sends }: Settings, server: Audio): number {
  if (sends === 'comfort-noise') return comfortNoise;
  return sends === 'voice' ? agreedType(server) : findOtherType(server);
}

function agreedType({ payloadTypes }: Audio): number {
  return payloadTypes[0] ?? 8;
}

/** µ-law instead of A-law, or the other way round (RFC 3551: types 0 and 8). */
function findOtherType({ payloadTypes }: Audio): number {
  return payloadTypes.includes(0) ? 8 : 0;
}
