import type { Endpoint } from './datagram.ts';
import { normalizeIpv6 } from './ip.ts';
import { findEncoding } from './payload-types.ts';

/** Media directions, from the point of view of the side that states them (RFC 8866, section 6.7). */
const directions = ['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const;

/** The audio that one side describes in its SDP offer or answer: what it wants to receive. */
export interface AudioDescription {
  /** The address of `c=` and the port of `m=`. */
  endpoint: Endpoint;
  payloadTypes: number[];
  /** The direction attribute; `sendrecv` by default. */
  direction: (typeof directions)[number];
  /** `a=ptime`: length of a packet, in milliseconds. */
  packetMs?: number | undefined;
}

/** A media stream that one side describes. Port 0 rejects it. */
export interface MediaDescription extends AudioDescription {
  /** First word of the `m=` line: `audio`, `video`, `image`. */
  kind: string;
  /** Encodings by payload type, such as `PCMA`: those of `a=rtpmap`, and those assigned for good. */
  encodings: ReadonlyMap<number, string>;
  /** Whether the profile or `a=crypto` demands SRTP (RFC 4568, RFC 5764). */
  isEncrypted: boolean;
}

/** Most media that are read from a session description. Calls have one or two. */
const mostMedia = 16;

/** Lists the media streams of a session description (RFC 8866) that have an IP address and a valid port. */
export function findMedia(sdp: string): MediaDescription[] {
  const lines = sdp.split(/\r?\n/);
  const starts = lines.flatMap((line, index) => (line.startsWith('m=') ? [index] : [])).slice(0, mostMedia);
  const session = lines.slice(0, starts[0] ?? 0);
  return starts.flatMap((start, index) => {
    const media = readMedia(lines[start] ?? '', lines.slice(start + 1, starts[index + 1]), session);
    return media === undefined ? [] : [media];
  });
}

/** Returns the first audio that is not rejected, or the first. */
export function findAudio(media: readonly MediaDescription[]): MediaDescription | undefined {
  const audio = media.filter(({ kind }) => kind === 'audio');
  return audio.find(({ endpoint }) => !endpoint.endsWith(':0')) ?? audio[0];
}

function readMedia(
  line: string,
  own: readonly string[],
  session: readonly string[],
): MediaDescription | undefined {
  const [, kind, port, profile = '', formats = ''] =
    /^m=(\w{1,20}) (\d{1,5})(?:\/\d+)? (\S+)((?: \S+)*)$/.exec(line.trimEnd()) ?? [];
  const address = findConnection(own) ?? findConnection(session);
  if (kind === undefined || Number(port) > 65_535 || address === undefined) return undefined;
  const payloadTypes = formats.split(' ').filter(isNumber).map(Number);
  return {
    kind,
    endpoint: `${address}:${Number(port)}`,
    payloadTypes,
    direction: findDirection(own) ?? findDirection(session) ?? 'sendrecv',
    packetMs: findPacketMs(own),
    encodings: findEncodings(payloadTypes, own),
    isEncrypted: profile.includes('SAVP') || own.some((each) => each.startsWith('a=crypto:')),
  };
}

function findConnection(lines: readonly string[]): string | undefined {
  const ipv4 = findFirst(lines, /^c=IN IP4 (\d{1,3}(?:\.\d{1,3}){3})(?:\/|\s*$)/);
  return ipv4 ?? normalizeIpv6(findFirst(lines, /^c=IN IP6 ([\da-fA-F:]+)(?:\/|\s*$)/) ?? '');
}

function findDirection(lines: readonly string[]): AudioDescription['direction'] | undefined {
  return directions.find((direction) => lines.includes(`a=${direction}`));
}

function findPacketMs(lines: readonly string[]): number | undefined {
  const found = findFirst(lines, /^a=ptime:(\d{1,5})$/);
  return found === undefined ? undefined : Number(found);
}

function findEncodings(payloadTypes: readonly number[], lines: readonly string[]): Map<number, string> {
  const mapped = lines.flatMap((line) => {
    const [, type, name] = /^a=rtpmap:(\d{1,3}) ([\w.-]{1,40})\//.exec(line) ?? [];
    return name === undefined ? [] : [[Number(type), name] as const];
  });
  const assigned = payloadTypes.flatMap((type) => {
    const name = findEncoding(type);
    return name === undefined ? [] : [[type, name] as const];
  });
  return new Map([...assigned, ...mapped]);
}

function findFirst(lines: readonly string[], pattern: RegExp): string | undefined {
  for (const line of lines) {
    const found = pattern.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function isNumber(word: string): boolean {
  return /^\d{1,3}$/.test(word);
}
