import type { IpPacket } from './ip.ts';

/** A packet of which some fragments have arrived. `origins` are what the caller gave with each, such as their frames. */
interface OpenPacket<Origin> {
  parts: Map<number, Uint8Array>;
  /** Bytes in `parts`. */
  received: number;
  /** Length of the whole payload, known from the last fragment. */
  length: number | undefined;
  origins: Origin[];
}

/** Joins the fragments of IP packets. */
export interface Fragments<Origin> {
  /** Adds a fragment. Returns the whole packet if that was the missing one. */
  add: (packet: IpPacket, origin: Origin) => IpPacket | undefined;
  /** Returns the origins of the fragments whose packets never became whole. */
  incomplete: () => Origin[];
}

/** Most packets to hold at a time. Fragments of a packet follow each other closely, so older ones will not become whole. */
const mostOpen = 256;

/** Longest payload of an IP packet, in bytes. */
const longestPayload = 65_535;

/** Creates an empty store of fragments. Each fragment costs the same time, however they overlap. */
export function createFragments<Origin>(): Fragments<Origin> {
  const open = new Map<string, OpenPacket<Origin>>();
  const lost: Origin[] = [];
  const drop = (key: string): void => {
    for (const origin of open.get(key)?.origins ?? []) lost.push(origin);
    open.delete(key);
  };
  return {
    add: (packet, origin) => {
      const { source, destination, protocol, fragment } = packet;
      if (fragment === undefined) return packet;
      const key = [source, destination, protocol, fragment.id].join();
      const found: OpenPacket<Origin> = open.get(key) ?? {
        parts: new Map<number, Uint8Array>(),
        received: 0,
        length: undefined,
        origins: [],
      };
      open.set(key, found);
      found.origins.push(origin);
      found.received += packet.payload.byteLength - (found.parts.get(fragment.offset)?.byteLength ?? 0);
      found.parts.set(fragment.offset, packet.payload);
      if (fragment.isLast) found.length = fragment.offset + packet.payloadLength;
      const { received, length } = found;
      if (length !== undefined && received >= length) {
        const payload = join(found.parts, length);
        if (payload === undefined) drop(key);
        else open.delete(key);
        return payload && { ...packet, payload, payloadLength: length, fragment: undefined };
      }
      if (received > longestPayload) drop(key);
      const [oldest] = open.keys();
      if (open.size > mostOpen && oldest !== undefined) drop(oldest);
      return undefined;
    },
    incomplete: () => {
      for (const key of [...open.keys()]) drop(key);
      return lost;
    },
  };
}

/** Joins parts by their offsets. Returns `undefined` if they overlap or leave a gap. */
function join(parts: ReadonlyMap<number, Uint8Array>, length: number): Uint8Array | undefined {
  if (length > longestPayload) return undefined;
  const joined = new Uint8Array(length);
  let end = 0;
  for (const [offset, part] of [...parts].sort(([one], [other]) => one - other)) {
    if (offset !== end || offset + part.byteLength > length) return undefined;
    joined.set(part, offset);
    end += part.byteLength;
  }
  return end === length ? joined : undefined;
}
