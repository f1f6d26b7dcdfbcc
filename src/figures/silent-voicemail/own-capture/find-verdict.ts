import {
  findEncoding,
  labelSip,
  type Announcement,
  type Capture,
  type Endpoint,
  type Exchange,
  type MediaDescription,
  type RtpStream,
  type SipPacket,
} from '../../../capture/index.ts';
import type { TimedLine } from '../model/call-state.ts';
import { replayLeg } from '../model/replay.ts';
import { findEncryption, findRecording, isSignal, type Recording } from './find-recording.ts';

/** The outcome of a call at the side that answered, as if that side were the recorder. */
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

interface Context extends Pick<Capture, 'keyExchanges'> {
  exchanges: readonly Exchange[];
}

/** Finds out whether the answering side received audio that it could record. */
export function findVerdict(
  messages: readonly SipPacket[],
  streams: readonly RtpStream[],
  context: Context,
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
    recording: findRecording(received.accepted, encodingOf, encryption),
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
