import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../content/articles/silent-voicemail');

/** The bytes of a capture that the article on silent voicemail offers, by its name without `.pcap`. */
export function readCaptureFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(path.join(folder, `${name}.pcap`)));
}
