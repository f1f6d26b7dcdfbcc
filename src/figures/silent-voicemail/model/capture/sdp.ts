import type { Endpoint } from './datagram.ts';

/** Ways that sound can go, as the side sees it that says so (RFC 8866, 6.7). */
export const directions = ['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const;

export type Direction = (typeof directions)[number];

/** What one side says in its SDP about the sound that it wants to receive. */
export interface Audio {
  /** Where it wants to receive, of `c=` and `m=`. */
  endpoint: Endpoint;
  payloadTypes: number[];
  /** `a=`: which way sound is to go; both ways where nothing is said. */
  direction: Direction;
  /** `a=ptime`: length of a packet in milliseconds, if it is said. */
  packetMs?: number | undefined;
}

/** The first sound in a session description (RFC 8866), if it says where it is to be sent. */
export function findAudio(sdp: string): Audio | undefined {
  const lines = sdp.split(/\r?\n/);
  const firstMedia = lines.findIndex((line) => line.startsWith('m='));
  const audioAt = lines.findIndex((line) => line.startsWith('m=audio '));
  if (audioAt === -1) return undefined;
  const [, port, formats = ''] =
    /^m=audio (\d{1,5})(?:\/\d+)? \S+((?: \S+)*)$/.exec(lines[audioAt] ?? '') ?? [];
  const behind = lines.slice(audioAt + 1);
  const nextMedia = behind.findIndex((line) => line.startsWith('m='));
  const own = nextMedia === -1 ? behind : behind.slice(0, nextMedia);
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

function findDirection(lines: readonly string[]): Direction | undefined {
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
