import {
  findEncoding,
  findExchanges,
  labelSip,
  type Announcement,
  type Endpoint,
  type Exchange,
  type MediaDescription,
  type RtpStream,
  type SipPacket,
} from '../../../capture/index.ts';
import { decodeAudio, isG711 } from '../model/decode-audio.ts';
import { replayLeg } from '../model/replay.ts';
import { wavHeaderLength } from '../model/wav.ts';
import type { TimedLine } from '../model/call-state.ts';

/** The media of a call: announced, sent, and recorded. */
export interface MediaReport {
  announcements: AnnouncedMedia[];
  streams: StreamReport[];
  verdict: Verdict;
}

/** An endpoint that one side announced. */
export interface AnnouncedMedia {
  announcement: Announcement;
  media: MediaDescription;
  /** RTP packets that went there. */
  received: number;
}

/** An RTP stream. */
export interface StreamReport {
  stream: RtpStream;
  /** From the first packet to the last. */
  durationUs: number;
  /** Encodings by the number of their packets, the most frequent first: `PCMA`, or a payload type that no SDP names. */
  encodings: (readonly [name: string, packets: number])[];
  /** Encodings by payload type, of those that have a name. */
  types: ReadonlyMap<number, string>;
  agreement: Agreement;
  recording: Recording;
}

/**
 * Whether a stream goes between endpoints that were announced to each other.
 *
 * - `other-source`: it comes from another endpoint than the receiver was told.
 * - `other-target`: it goes to another endpoint than the sender was told.
 * - `unannounced`: no SDP announced either endpoint.
 */
export type Agreement =
  | { kind: 'agrees' | 'unannounced' }
  | { kind: 'other-source' | 'other-target'; expected: Endpoint | undefined; label: string | undefined };

/** What a recorder would have written of a stream: the length of a WAV file, or why it can't be told. */
export type Recording =
  | { kind: 'wav'; length: number }
  | { kind: 'encrypted'; by: 'srtp' | 'dtls' | 'zrtp' }
  | { kind: 'codec'; encoding: string }
  | { kind: 'cut'; packets: number };

/** What became of the audio at the side that answered, as if that were the recorder. */
export type Verdict =
  /** The call was not answered: its last response. */
  | { kind: 'failed'; label: string }
  /** The capture has no SDP offer with its answer, or no SIP at all. */
  | { kind: 'no-answer' | 'no-messages' }
  | {
      kind: 'replayed';
      answer: Announcement;
      endpoint: Endpoint;
      /** The direction that the offer states: with `recvonly` and `inactive`, the caller sends nothing. */
      offered: MediaDescription['direction'];
      /** RTP packets in the whole call. */
      sent: number;
      /** RTP packets to the announced endpoint, and those that were recorded. */
      received: number;
      recorded: number;
      recording: Recording;
      lines: readonly TimedLine[];
    };

/** Reports on the media of a call. */
export function reportMedia(
  messages: readonly SipPacket[],
  streams: readonly RtpStream[],
  keyExchanges: ReadonlyMap<string, 'dtls' | 'zrtp'>,
): MediaReport {
  const exchanges = findExchanges(messages);
  const context: Context = { sides: findSides(exchanges), keyExchanges };
  return {
    announcements: listAnnouncements(exchanges, streams),
    streams: streams.map((stream) => reportStream(stream, context)),
    verdict: judge(messages, streams, { ...context, exchanges }),
  };
}

interface Context {
  sides: ReadonlyMap<Endpoint, Side>;
  keyExchanges: ReadonlyMap<string, 'dtls' | 'zrtp'>;
}

/** Lists the announced endpoints, each once per message that announced it first. */
function listAnnouncements(exchanges: readonly Exchange[], streams: readonly RtpStream[]): AnnouncedMedia[] {
  const received = new Map<Endpoint, number>();
  for (const { to, packets } of streams) received.set(to, (received.get(to) ?? 0) + packets.length);
  const listed = new Map<string, AnnouncedMedia>();
  for (const announcement of exchanges.flatMap(({ offer, answer }) => (answer ? [offer, answer] : [offer])))
    for (const media of announcement.media) {
      const key = [announcement.by, media.kind, media.endpoint, media.direction].join(' ');
      if (!listed.has(key))
        listed.set(key, { announcement, media, received: received.get(media.endpoint) ?? 0 });
    }
  return [...listed.values()];
}

function reportStream(stream: RtpStream, context: Context): StreamReport {
  const { packets } = stream;
  const [source, target] = [context.sides.get(stream.from), context.sides.get(stream.to)];
  const media = target?.media ?? source?.opposite?.media ?? source?.media;
  const encodingOf = (type: number): string | undefined => media?.encodings.get(type) ?? findEncoding(type);
  const types = new Map<number, string>();
  for (const { rtp } of packets) {
    const name = encodingOf(rtp.payloadType);
    if (name !== undefined) types.set(rtp.payloadType, name);
  }
  const counts = Map.groupBy(packets, ({ rtp }) => encodingOf(rtp.payloadType) ?? String(rtp.payloadType));
  return {
    stream,
    durationUs: (packets.at(-1)?.atUs ?? 0) - (packets[0]?.atUs ?? 0),
    encodings: [...counts]
      .map(([name, group]) => [name, group.length] as const)
      .sort(([, one], [, other]) => other - one),
    types,
    agreement: findAgreement(source, target),
    recording: findRecording(stream, encodingOf, findEncryption(stream, media, context)),
  };
}

/** An announced endpoint, and what the other side announced. */
interface Side {
  media: MediaDescription;
  label: string;
  opposite: Omit<Side, 'opposite'> | undefined;
}

/** Finds the last announcement of each endpoint. */
function findSides(exchanges: readonly Exchange[]): Map<Endpoint, Side> {
  const sides = new Map<Endpoint, Side>();
  for (const { offer, answer } of exchanges)
    for (const [own, other] of [
      [offer, answer],
      [answer, offer],
    ] as const)
      own?.media.forEach((media, index) => {
        // An answer has its media in the order of the offer (RFC 3264, section 6).
        const opposite = other?.media[index];
        sides.set(media.endpoint, {
          media,
          label: own.label,
          opposite: opposite && { media: opposite, label: other.label },
        });
      });
  return sides;
}

function findAgreement(source: Side | undefined, target: Side | undefined): Agreement {
  if (source !== undefined && target !== undefined) return { kind: 'agrees' };
  const expected = (source ?? target)?.opposite;
  const told = { expected: expected?.media.endpoint, label: expected?.label };
  if (target !== undefined) return { kind: 'other-source', ...told };
  if (source !== undefined) return { kind: 'other-target', ...told };
  return { kind: 'unannounced' };
}

function findEncryption(
  { from, to }: Pick<RtpStream, 'from' | 'to'>,
  media: MediaDescription | undefined,
  { keyExchanges }: Context,
): 'srtp' | 'dtls' | 'zrtp' | undefined {
  return keyExchanges.get(`${from} ${to}`) ?? (media?.isEncrypted === true ? 'srtp' : undefined);
}

function findRecording(
  { ordered }: Pick<RtpStream, 'ordered'>,
  encodingOf: (type: number) => string | undefined,
  by: 'srtp' | 'dtls' | 'zrtp' | undefined,
): Recording {
  if (by !== undefined) return { kind: 'encrypted', by };
  const audio = ordered.filter(({ rtp }) => isG711(encodingOf(rtp.payloadType)));
  const other = ordered.find(({ rtp }) => !isSignal(encodingOf(rtp.payloadType)));
  if (audio.length === 0 && other !== undefined) {
    const type = other.rtp.payloadType;
    return { kind: 'codec', encoding: encodingOf(type) ?? String(type) };
  }
  const cut = audio.filter(({ rtp }) => rtp.payload.byteLength < rtp.payloadLength).length;
  if (cut > 0) return { kind: 'cut', packets: cut };
  const samples = audio.reduce((sum, { rtp }) => sum + rtp.payload.byteLength, 0);
  return { kind: 'wav', length: wavHeaderLength + samples * Int16Array.BYTES_PER_ELEMENT };
}

/** Returns whether an encoding is not sound by itself: pressed keys and comfort noise. */
function isSignal(encoding: string | undefined): boolean {
  return encoding === 'telephone-event' || encoding === 'CN';
}

/** Decodes the audio of a stream that has a recording. */
export function decodeStream({ stream, types }: StreamReport): Int16Array {
  return decodeAudio(stream.ordered, (type) => types.get(type));
}

function judge(
  messages: readonly SipPacket[],
  streams: readonly RtpStream[],
  context: Context & { exchanges: readonly Exchange[] },
): Verdict {
  if (messages.length === 0) return { kind: 'no-messages' };
  const exchange = context.exchanges.find(({ offer, answer }) => offer.audio && answer?.audio);
  const answer = exchange?.answer;
  const [offered, answered] = [exchange?.offer.audio, answer?.audio];
  const failure = findFailure(messages);
  if (failure !== undefined && (answer === undefined || streams.length === 0))
    return { kind: 'failed', label: failure };
  if (answer === undefined || offered === undefined || answered === undefined) return { kind: 'no-answer' };
  const { endpoint } = answered;
  const here = streams.filter(({ to }) => to === endpoint).flatMap(({ ordered }) => ordered);
  const packets = here.toSorted((one, other) => one.atUs - other.atUs);
  const { received, lines } = replayLeg(offered, answered, packets);
  const encodingOf = (type: number): string | undefined => answered.encodings.get(type) ?? findEncoding(type);
  const encryption =
    here.length === 0
      ? undefined
      : findEncryption({ from: here[0]?.from ?? endpoint, to: endpoint }, answered, context);
  return {
    kind: 'replayed',
    answer,
    endpoint,
    offered: offered.direction,
    sent: streams.reduce((sum, { ordered }) => sum + ordered.length, 0),
    received: here.length,
    recorded: received.accepted.filter(({ rtp }) => !isSignal(encodingOf(rtp.payloadType))).length,
    recording: findRecording({ ordered: received.accepted }, encodingOf, encryption),
    lines,
  };
}

/** Finds the final response to the INVITE, if it is a failure. A challenge for a password is none, if a response follows. */
function findFailure(messages: readonly SipPacket[]): string | undefined {
  const finals = messages.flatMap(({ message }) =>
    message.kind === 'response' && message.sequence.method === 'INVITE' && message.status >= 200
      ? [message]
      : [],
  );
  const last = finals.at(-1);
  return last !== undefined && finals.every(({ status }) => status >= 300) ? labelSip(last) : undefined;
}
