import {
  findStreams,
  labelSip,
  nameSides,
  parseCapture,
  type Capture,
  type RtpStream,
  type SipPacket,
  type SkipReason,
} from '../../../capture/index.ts';
import { reportMedia, type MediaReport } from './report-media.ts';
import { recognizeFile, type FileKind } from './recognize-file.ts';

/** The reason why a file shows nothing. */
export type Problem =
  | { kind: 'empty' | 'unreadable' | 'damaged-gzip' | 'no-frames' }
  | { kind: 'too-large'; length: number }
  | { kind: 'not-a-capture'; looksLike: FileKind | undefined }
  | { kind: 'link-type'; linkType: number }
  | { kind: 'encrypted'; segments: number }
  | { kind: 'no-call'; methods: ReadonlyMap<string, number> }
  | { kind: 'not-sip'; frames: number; cut: number };

/** A flaw of a capture that can be shown all the same. */
export type Warning =
  | { kind: 'cut-frames'; count: number; frames: number; snapLength: number }
  | { kind: 'file-cut'; frame: number }
  | { kind: 'fragments'; count: number }
  | { kind: 'no-sip' };

/** The contents of a capture. */
export interface Analysis {
  frames: number;
  warnings: Warning[];
  /** Calls in the order of their first messages; then RTP that belongs to none, as a call without messages. */
  calls: CapturedCall[];
}

/** The messages with one Call-ID, and the RTP between the endpoints that they announced. */
export interface CapturedCall {
  /** The Call-ID; `undefined` for RTP without a call. */
  id: string | undefined;
  caller: string;
  callee: string;
  /** Time of the first message or packet, in microseconds since the first frame. */
  atUs: number;
  messages: CallMessage[];
  media: MediaReport;
  /** Packets between each two hosts. */
  legs: Leg[];
}

/** A message of a call. */
export interface CallMessage {
  packet: SipPacket;
  label: string;
  /** Whether it was sent again. */
  isRepeated: boolean;
}

/** The packets counted between two hosts, or between two endpoints of one host. `from` is the one that sent first. */
export interface Leg {
  from: string;
  to: string;
  sip: number;
  forward: number;
  backward: number;
}

/** Analyzes the bytes of a capture. Never throws, whatever they are. */
export function analyzeCapture(bytes: Uint8Array): Analysis | Problem {
  if (bytes.byteLength === 0) return { kind: 'empty' };
  const capture = parseCapture(bytes);
  const { format, frameCount: frames, packets } = capture;
  if (format === undefined) return { kind: 'not-a-capture', looksLike: recognizeFile(bytes) };
  const { streams } = findStreams(capture);
  const messages = packets.filter((packet): packet is SipPacket => packet.protocol === 'sip');
  if (messages.length === 0 && streams.length === 0) return explainNothing(capture);
  const warnings = findWarnings(capture, messages.length > 0);
  const byCall = Map.groupBy(messages, ({ message }) => message.callId);
  const calls = [...byCall.values()].filter(isCall);
  if (calls.length === 0 && streams.length === 0) return { kind: 'no-call', methods: countMethods(messages) };
  const groups = assignStreams(streams, calls);
  const rest = groups.get(undefined) ?? [];
  return {
    frames,
    warnings,
    calls: [
      ...calls.map((call) => reportCall(call, groups.get(call) ?? [], capture)),
      ...(rest.length === 0 ? [] : [reportCall([], rest, capture)]),
    ],
  };
}

/** Counts messages by method, such as `REGISTER`, responses by that of their request. */
function countMethods(messages: readonly SipPacket[]): Map<string, number> {
  const groups = Map.groupBy(messages, ({ message }) => message.sequence.method);
  return new Map([...groups].map(([method, group]) => [method, group.length]));
}

/** Explains why a capture has neither SIP nor RTP. */
function explainNothing({ format, frameCount, cutFrames, skipped }: Capture): Problem {
  const count = (reason: SkipReason): number => skipped.filter((each) => each.reason === reason).length;
  if (frameCount === 0) return { kind: 'no-frames' };
  if (skipped.some(({ frame, reason }) => frame === 0 && reason === 'link-type'))
    return { kind: 'link-type', linkType: format?.linkType ?? 0 };
  const segments = count('tls') + count('dtls');
  return segments > 0
    ? { kind: 'encrypted', segments }
    : { kind: 'not-sip', frames: frameCount, cut: cutFrames };
}

/** Reasons for which the rest of a file is not read. */
const endReasons: readonly SkipReason[] = [
  'header-cut',
  'frame-cut',
  'frame-too-long',
  'block-cut',
  'block-malformed',
];

function findWarnings({ format, frameCount, cutFrames, skipped }: Capture, hasSip: boolean): Warning[] {
  const warnings: Warning[] = [];
  const end = skipped.find(({ reason }) => endReasons.includes(reason));
  const fragments = skipped.filter(({ reason }) => reason === 'fragment').length;
  if (!hasSip) warnings.push({ kind: 'no-sip' });
  if (end !== undefined) warnings.push({ kind: 'file-cut', frame: end.frame });
  if (fragments > 0) warnings.push({ kind: 'fragments', count: fragments });
  if (cutFrames > 0)
    warnings.push({
      kind: 'cut-frames',
      count: cutFrames,
      frames: frameCount,
      snapLength: format?.snapLength ?? 0,
    });
  return warnings;
}

/** Methods that occur only in calls. */
const callMethods: readonly string[] = ['INVITE', 'ACK', 'CANCEL', 'PRACK', 'UPDATE', 'BYE'];

/** Returns whether messages with one Call-ID are about a call, even if its INVITE is missing. REGISTER and OPTIONS are not. */
function isCall(messages: readonly SipPacket[]): boolean {
  return messages.some(({ message }) => callMethods.includes(message.sequence.method));
}

/** Time before its announcement in which a stream may begin: packets may overtake the 200 OK. In microseconds. */
const earlyUs = 1_000_000;

/**
 * Assigns each stream to the call whose SDP has announced one of its endpoints, the last one before it if several have. Streams
 * without a call have the key `undefined`.
 */
function assignStreams(
  streams: readonly RtpStream[],
  calls: readonly (readonly SipPacket[])[],
): Map<readonly SipPacket[] | undefined, RtpStream[]> {
  const offers = calls.flatMap((call) =>
    call.flatMap(({ media, atUs }) => media.map(({ endpoint }) => ({ endpoint, call, atUs }))),
  );
  offers.sort((one, other) => one.atUs - other.atUs);
  const byEndpoint = Map.groupBy(offers, ({ endpoint }) => endpoint);
  return Map.groupBy(streams, ({ from, to, packets: [first] }) => {
    const latestUs = (first?.atUs ?? 0) + earlyUs;
    const [target, source] = [to, from].map((endpoint) => findLast(byEndpoint.get(endpoint) ?? [], latestUs));
    return (target ?? source)?.call;
  });
}

/** Finds the last of some values in order of time that is not later than a moment, or the first if all are later. */
function findLast<Timed extends { atUs: number }>(
  values: readonly Timed[],
  latestUs: number,
): Timed | undefined {
  // Binary search, as a hostile file can announce one endpoint in a hundred thousand messages.
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle]?.atUs ?? 0) <= latestUs) low = middle + 1;
    else high = middle;
  }
  return values[Math.max(0, low - 1)];
}

function reportCall(packets: readonly SipPacket[], streams: RtpStream[], capture: Capture): CapturedCall {
  const messages = listMessages(packets);
  const [first] = packets;
  return {
    id: first?.message.callId,
    caller: first?.message.caller ?? '',
    callee: first?.message.callee ?? '',
    atUs: Math.min(first?.atUs ?? Infinity, streams[0]?.packets[0]?.atUs ?? Infinity),
    messages,
    media: reportMedia(packets, streams, capture),
    legs: countLegs(packets, streams),
  };
}

function listMessages(packets: readonly SipPacket[]): CallMessage[] {
  const seen = new Set<string>();
  return packets.map((packet) => {
    const { from, to, message } = packet;
    const label = labelSip(message);
    const key = [from, to, label, message.sequence.number, message.sequence.method].join(' ');
    const isRepeated = seen.has(key);
    seen.add(key);
    return { packet, label, isRepeated };
  });
}

function countLegs(messages: readonly SipPacket[], streams: readonly RtpStream[]): Leg[] {
  const legs = new Map<string, Leg>();
  const legOf = (from: string, to: string): { leg: Leg; isForward: boolean } => {
    const opposite = legs.get(`${to} ${from}`);
    if (opposite !== undefined) return { leg: opposite, isForward: false };
    const leg = legs.get(`${from} ${to}`) ?? { from, to, sip: 0, forward: 0, backward: 0 };
    legs.set(`${from} ${to}`, leg);
    return { leg, isForward: true };
  };
  for (const message of messages) legOf(...nameSides(message)).leg.sip += 1;
  for (const stream of streams) {
    const { leg, isForward } = legOf(...nameSides(stream));
    leg[isForward ? 'forward' : 'backward'] += stream.packets.length;
  }
  return [...legs.values()];
}
