import { hostOf, type Endpoint } from './datagram.ts';
import type { SipPacket } from './parse-capture.ts';
import type { MediaDescription } from './sdp.ts';
import { labelSip } from './sip.ts';

/** The media that one side announced in a message. */
export interface Announcement {
  /** The sender of the message. */
  by: Endpoint;
  /** `INVITE`, `200 OK`. */
  label: string;
  frame: number;
  atUs: number;
  media: readonly MediaDescription[];
  /** The first audio of `media`. */
  audio: MediaDescription | undefined;
}

/** An SDP offer between two hosts, with its answer if the capture has one (RFC 3264). */
export interface Exchange {
  offer: Announcement;
  answer: Announcement | undefined;
}

/**
 * Pairs the offers and answers in the messages of one call. A request and its responses have the same number in CSeq; an offer in
 * a response is answered by the ACK or PRACK. Messages sent again, and passed on unchanged between the same hosts, add nothing.
 */
export function findExchanges(messages: readonly SipPacket[]): Exchange[] {
  const exchanges: Exchange[] = [];
  const open = new Map<string, Exchange>();
  for (const packet of messages) {
    const { message, media } = packet;
    if (media.length === 0) continue;
    const [from, to] = nameSides(packet);
    const { number } = message.sequence;
    const found = open.get(`${to} ${from} ${number}`);
    const answered = open.get(`${from} ${to} ${number}`);
    if (found !== undefined) {
      // A provisional response may have an answer already; the final one replaces it.
      found.answer = announce(packet);
    } else if (answered === undefined) {
      const exchange: Exchange = { offer: announce(packet), answer: undefined };
      exchanges.push(exchange);
      open.set(`${from} ${to} ${number}`, exchange);
    }
  }
  return exchanges;
}

/** Names both sides by their hosts, as responses may go to another port. If both are on one host, only their ports tell them apart. */
export function nameSides({ from, to }: { from: Endpoint; to: Endpoint }): [from: string, to: string] {
  return hostOf(from) === hostOf(to) ? [from, to] : [hostOf(from), hostOf(to)];
}

function announce({ from, message, frame, atUs, media, audio }: SipPacket): Announcement {
  return { by: from, label: labelSip(message), frame, atUs, media, audio };
}
