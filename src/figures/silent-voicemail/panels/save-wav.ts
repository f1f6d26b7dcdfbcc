// Bypasses the model's index, so that this lazy-loaded chunk shares no code with the rest of the figure.
import { createTonePacket, joinWav } from '../model/create-wav.ts';

/** Downloads the WAV file with a header and a number of recorded packets. */
export function saveWav(header: string, recorded: number): void {
  const wav = createToneWav(header, recorded);
  const address = URL.createObjectURL(new Blob([wav], { type: 'audio/wav' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `silent-voicemail-${wav.byteLength}.wav`;
  link.click();
  URL.revokeObjectURL(address);
}

/** Creates the WAV file with a header and a number of packets of a tone, in place of the caller's voice. */
export function createToneWav(header: string, recorded: number): Uint8Array<ArrayBuffer> {
  return joinWav(header, new Array<Uint8Array>(recorded).fill(createTonePacket()));
}
