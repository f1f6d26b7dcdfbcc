import type { Endpoint } from '../capture/datagram.ts';
import type { Capture } from '../capture/read-capture.ts';

/** The sound that was sent to an endpoint, packet by packet: what a recorder there would have been given. */
export function findPayloads({ packets }: Capture, to: Endpoint): Uint8Array[] {
  return packets.flatMap((packet) =>
    packet.protocol === 'rtp' && packet.to === to ? [packet.rtp.payload] : [],
  );
}
