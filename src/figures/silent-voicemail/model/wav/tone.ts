import { pcmToAlaw } from './alaw.ts';

/** Samples in one wave of the tone: 400 Hz. */
const waveSamples = 20;

/** Waves that fill a packet of 20 ms, so that all packets are the same. */
const packetWaves = 8;

const loudness = 8000;

/** A packet of a plain tone in A-law: a voice where the real one is too long to bring along. */
export function createTonePacket(): Uint8Array {
  return Uint8Array.from({ length: packetWaves * waveSamples }, (_, index) =>
    pcmToAlaw(Math.round(loudness * Math.sin((2 * Math.PI * index) / waveSamples))),
  );
}
