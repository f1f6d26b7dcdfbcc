import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../content/articles/silent-voicemail');

/** Reads a capture that the article silent-voicemail offers for download, by its name without `.pcap`. */
export function readCaptureFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(path.join(folder, `${name}.pcap`)));
}
