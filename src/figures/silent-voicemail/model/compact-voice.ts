import { pcmToAlaw } from '../../../capture/index.ts';

/**
 * The caller's voice in the captures is a tone of five seconds, made by `sox -n -r 8000 -c 1 -e a-law -t raw - synth 5 sine 300-700
 * vol 0.5 tremolo 3 60`. It is stored as corrections of the computed tone, which dithering has moved by one A-law level here and
 * there: about 1,000 of the 40,000 samples. A correction is twice the distance from the previous one in samples, plus 1 if the
 * level is one lower instead of one higher.
 */
export type CompactVoice = readonly number[];

/** Compacts 40,000 bytes of A-law. */
export function compactVoice(alaw: Uint8Array): CompactVoice {
  let last = 0;
  return computeLevels().flatMap((computed, at) => {
    const difference = toLevel(alaw[at] ?? 0) - computed;
    const isLower = Number(difference < 0);
    return Array.from({ length: Math.abs(difference) }, () => {
      const distance = at - last;
      last = at;
      return 2 * distance + isLower;
    });
  });
}

/** Expands a voice to its 40,000 bytes of A-law. */
export function expandVoice(corrections: CompactVoice): Uint8Array {
  const levels = Uint8Array.from(computeLevels());
  let at = 0;
  for (const correction of corrections) {
    at += correction >> 1;
    levels[at] = (levels[at] ?? 0) + (correction % 2 === 0 ? 1 : -1);
  }
  return levels.map(toByte);
}

/** sox computes the tone at its default sample rate, and resamples it to that of G.711. */
const toneRate = 48_000;
const voiceRate = 8000;
const toneSamples = 5 * toneRate;

/** Half of the full scale, and the headroom that sox keeps for resampling. */
const amplitude = 0.5 * 0.705 * 0x8000;

/** sox rounds to the 13 bits of A-law, `pcmToAlaw` truncates. */
const rounding = 4;

/** Computes the tone without dithering, as A-law levels. */
function computeLevels(): number[] {
  const levels: number[] = [];
  const growth = Math.log(700 / 300) / toneSamples;
  let cycleStart = 0;
  for (let sample = 0; sample < toneSamples; sample += 1) {
    const seconds = sample / toneRate;
    // sox keeps the phase of the sweep within a cycle, and starts the next cycle one period later.
    const frequency = 300 * Math.exp(sample * growth);
    if (frequency * (seconds - cycleStart) >= 1) cycleStart += 1 / frequency;
    if (sample % (toneRate / voiceRate) !== 0) continue;
    const sine = Math.sin(2 * Math.PI * frequency * (seconds - cycleStart));
    const tremolo = 0.7 + 0.3 * Math.cos(2 * Math.PI * 3 * seconds);
    levels.push(toLevel(pcmToAlaw(Math.round(amplitude * tremolo * sine + rounding))));
  }
  return levels;
}

/** Numbers the 256 levels of A-law from the lowest to the highest. */
function toLevel(byte: number): number {
  const bits = byte ^ 0x55;
  return bits < 0x80 ? 0x7f - bits : bits;
}

function toByte(level: number): number {
  return (level < 0x80 ? 0x7f - level : level) ^ 0x55;
}
