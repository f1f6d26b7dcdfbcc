import { hostOf, type AudioDescription, type Endpoint } from '../../../capture/index.ts';
import { comfortNoise } from './auto-adjust.ts';
import { expandCapture, type CompactCapture, type ExpandedPacket } from './compact-capture.ts';
import type { Settings } from './settings.ts';

/** The captures that the article offers for download. */
export type CaptureName = 'call-ok' | 'call-no-rtp' | 'call-no-rtp-caller-side' | 'call-nat';

/** The captures that calls are simulated from. The blocked call is taken from the caller's side, where all of its packets were seen. */
export type CapturedCalls = Record<Exclude<CaptureName, 'call-no-rtp'>, CompactCapture>;

/** A packet as its sender sends it. */
export type SentPacket = { atUs: number; sender: 'caller' | 'server'; from: Endpoint; to: Endpoint } & (
  { kind: 'sip'; label: string } | { kind: 'rtp'; sequence: number; payloadType: number }
);

/** The packets that both sides send in a call, and the audio that they negotiate. */
export interface CallPlan {
  packets: SentPacket[];
  caller: AudioDescription;
  server: AudioDescription;
  /** The source address of the caller's RTP as the server sees it; behind NAT not the one in the SDP. */
  observedCaller: Endpoint;
}

/** Plans the packets of a call from the capture that fits the settings. Throws if it has no SDP offer and answer. */
export function planCall(settings: Settings, calls: CapturedCalls): CallPlan {
  const call = calls[findCapture(settings)];
  const [offer, answer] = call.messages.filter(({ audio }) => audio !== undefined);
  if (offer?.audio === undefined || answer?.audio === undefined)
    throw new Error('The captured call has no SDP offer and answer');
  const parties = { caller: offer.audio, server: answer.audio };
  const isFromServer = ({ from }: { from: Endpoint }): boolean => hostOf(from) === hostOf(offer.to);
  const voice = call.segments.find((segment) => !isFromServer(segment));
  const packets = expandCapture(call);
  const voicemail = packets.filter((packet) => packet.kind === 'rtp' && !isFromServer(packet));
  const sent = new Set(voicemail.slice(0, settings.packets));
  return {
    packets: packets
      .filter((packet) => isFromServer(packet) || packet.kind === 'sip' || sent.has(packet))
      .map((packet) => toSentPacket(packet, isFromServer(packet), { settings, ...parties })),
    ...parties,
    observedCaller: voice?.from ?? parties.caller.endpoint,
  };
}

function findCapture({ nat, block, direction }: Settings): keyof CapturedCalls {
  if (nat === 'on') return 'call-nat';
  return block === 'carrier' && direction === 'to-server' ? 'call-no-rtp-caller-side' : 'call-ok';
}

interface CallContext {
  settings: Settings;
  caller: AudioDescription;
  server: AudioDescription;
}

function toSentPacket(
  packet: ExpandedPacket,
  isFromServer: boolean,
  { settings, caller, server }: CallContext,
): SentPacket {
  const { atUs } = packet;
  const sender = isFromServer ? 'server' : 'caller';
  if (packet.kind === 'sip') {
    const { from, to, message } = packet;
    return { atUs, sender, from, to, kind: 'sip', label: message.label };
  }
  const [own, other] = isFromServer ? [server, caller] : [caller, server];
  const payloadType = isFromServer ? findNegotiatedType(server) : findCallerType(settings, server);
  const endpoints = { from: own.endpoint, to: other.endpoint };
  return { atUs, sender, ...endpoints, kind: 'rtp', sequence: packet.sequence, payloadType };
}

function findCallerType({ sends }: Settings, server: AudioDescription): number {
  if (sends === 'comfort-noise') return comfortNoise;
  return sends === 'voice' ? findNegotiatedType(server) : findOtherType(server);
}

function findNegotiatedType({ payloadTypes }: AudioDescription): number {
  return payloadTypes[0] ?? 8;
}

/** Returns the payload type of µ-law if A-law was negotiated, or the other way around (RFC 3551: 0 and 8). */
function findOtherType({ payloadTypes }: AudioDescription): number {
  return payloadTypes.includes(0) ? 8 : 0;
}
