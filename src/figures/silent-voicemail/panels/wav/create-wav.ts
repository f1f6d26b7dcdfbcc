// Not by the model’s index: what makes sound is loaded with this alone.
import { createTonePacket } from '../../model/wav/tone.ts';
import { writeWav } from '../../model/wav/write-wav.ts';

/** The WAV file into which so many packets were recorded, of a tone in the place of a voice. */
export function createWav(recorded: number): Uint8Array<ArrayBuffer> {
  return writeWav(new Array<Uint8Array>(recorded).fill(createTonePacket()));
}
