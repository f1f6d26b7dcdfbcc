/** Loudness from 0 to 1: no one is startled, and the tone is clearly heard. */
const volume = 0.25;

/** Samples per second, as in G.711. */
const sampleRate = 8000;

/**
 * Plays samples at 8 kHz with one channel. Returns a function that stops them and closes the context.
 *
 * @param context must have been created in the handler of a press, or browsers play nothing
 */
export function playSound(samples: Int16Array, context: AudioContext, onEnd: () => void): () => void {
  const buffer = context.createBuffer(1, samples.length, sampleRate);
  buffer.copyToChannel(
    Float32Array.from(samples, (sample) => sample / 0x8000),
    0,
  );
  const source = new AudioBufferSourceNode(context, { buffer });
  source.connect(new GainNode(context, { gain: volume })).connect(context.destination);
  source.onended = onEnd;
  source.start();
  return () => {
    source.onended = null;
    void context.close();
  };
}
