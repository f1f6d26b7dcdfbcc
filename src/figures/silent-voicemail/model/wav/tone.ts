import { pcmToAlaw } from './alaw.ts';
import { packetSamples } from './wav.ts';

/** Samples in one wave of the tone: 400 Hz, of which eight fill a packet, so that all packets are the same. */
const waveSamples = 20;

const loudness = 8000;

/** A packet of a plain tone in A-law: a voice where the real one is too long to bring along. */
export function createTonePacket(): Uint8Array {
  return Uint8Array.from({ length: packetSamples }, (_, index) =>
    pcmToAlaw(Math.round(loudness * Math.sin((2 * Math.PI * index) / waveSamples))),
  );
}
