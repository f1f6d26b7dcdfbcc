import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCapture } from '../capture/index.ts';

const folder = path.resolve(import.meta.dirname, '../../content/articles/silent-voicemail');

/** Reads a capture that the article silent-voicemail offers for download, by its name without `.pcap`. */
export function readCaptureFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(path.join(folder, `${name}.pcap`)));
}

/** Reads the RTP payloads of the voicemail in the good call: 250 packets of A-law. */
export function readVoicemail(): Uint8Array[] {
  return readCapture(readCaptureFile('call-ok')).packets.flatMap((packet) =>
    packet.protocol === 'rtp' && packet.to === '10.9.2.2:40000' ? [packet.rtp.payload] : [],
  );
}
