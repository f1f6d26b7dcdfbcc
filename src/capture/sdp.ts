import type { Endpoint } from './datagram.ts';

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

/** Finds the first audio stream of a session description (RFC 8866). Returns `undefined` if it lacks an IPv4 address or a valid port. */
export function findAudio(sdp: string): AudioDescription | undefined {
  const lines = sdp.split(/\r?\n/);
  const firstMedia = lines.findIndex((line) => line.startsWith('m='));
  const audioAt = lines.findIndex((line) => line.startsWith('m=audio '));
  if (audioAt === -1) return undefined;
  const [, port, formats = ''] =
    /^m=audio (\d{1,5})(?:\/\d+)? \S+((?: \S+)*)$/.exec(lines[audioAt] ?? '') ?? [];
  const after = lines.slice(audioAt + 1);
  const nextMedia = after.findIndex((line) => line.startsWith('m='));
  const own = nextMedia === -1 ? after : after.slice(0, nextMedia);
  const session = lines.slice(0, firstMedia);
  const address = findConnection(own) ?? findConnection(session);
  if (port === undefined || Number(port) > 65_535 || address === undefined) return undefined;
  return {
    endpoint: `${address}:${Number(port)}`,
    payloadTypes: formats.split(' ').filter(isNumber).map(Number),
    direction: findDirection(own) ?? findDirection(session) ?? 'sendrecv',
    packetMs: findPacketMs(own),
  };
}

function findConnection(lines: readonly string[]): string | undefined {
  return findFirst(lines, /^c=IN IP4 (\d{1,3}(?:\.\d{1,3}){3})(?:\/|$)/);
}

function findDirection(lines: readonly string[]): AudioDescription['direction'] | undefined {
  return directions.find((direction) => lines.includes(`a=${direction}`));
}

function findPacketMs(lines: readonly string[]): number | undefined {
  const found = findFirst(lines, /^a=ptime:(\d{1,5})$/);
  return found === undefined ? undefined : Number(found);
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
