// Not by the model’s index: what makes sound is loaded with this alone, and shares nothing with what shows the file.
import { joinWav } from '../../model/wav/join-wav.ts';
import { createTonePacket } from '../../model/wav/tone.ts';

/** The WAV file behind a header into which so many packets were recorded, of a tone in the place of a voice. */
export function createWav(header: string, recorded: number): Uint8Array<ArrayBuffer> {
  return joinWav(header, new Array<Uint8Array>(recorded).fill(createTonePacket()));
}
