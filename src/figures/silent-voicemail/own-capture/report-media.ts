import {
  findEncoding,
  findExchanges,
  type Announcement,
  type Capture,
  type Endpoint,
  type Exchange,
  type MediaDescription,
  type RtpStream,
  type SipPacket,
} from '../../../capture/index.ts';
import { decodeAudio } from '../model/decode-audio.ts';
import { findEncryption, findRecording, type Recording } from './find-recording.ts';
import { findVerdict, type Verdict } from './find-verdict.ts';

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
 * - `other-source`: it comes from another endpoint than its sender announced.
 * - `other-target`: it goes to another endpoint than its receiver announced.
 * - `unannounced`: no SDP announced either endpoint.
 */
export type Agreement =
  | { kind: 'agrees' | 'unannounced' }
  | { kind: 'other-source' | 'other-target'; expected: Endpoint | undefined; label: string | undefined };

/** Reports on the media of a call. */
export function reportMedia(
  messages: readonly SipPacket[],
  streams: readonly RtpStream[],
  { keyExchanges }: Pick<Capture, 'keyExchanges'>,
): MediaReport {
  const exchanges = findExchanges(messages);
  const context: Context = { sides: findSides(exchanges), keyExchanges };
  return {
    announcements: listAnnouncements(exchanges, streams),
    streams: streams.map((stream) => reportStream(stream, context)),
    verdict: findVerdict(messages, streams, { exchanges, keyExchanges }),
  };
}

interface Context extends Pick<Capture, 'keyExchanges'> {
  sides: ReadonlyMap<Endpoint, Side>;
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
    recording: findRecording(stream.ordered, encodingOf, findEncryption(stream, media, context)),
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
  const announced = { expected: expected?.media.endpoint, label: expected?.label };
  if (target !== undefined) return { kind: 'other-source', ...announced };
  if (source !== undefined) return { kind: 'other-target', ...announced };
  return { kind: 'unannounced' };
}

/** Decodes the audio of a stream that has a recording. */
export function decodeStream({ stream, types }: StreamReport): Int16Array {
  return decodeAudio(stream.ordered, (type) => types.get(type));
}
