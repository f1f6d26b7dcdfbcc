import { createRecording } from '../listen/recording.ts';

/** Downloads the WAV file with a header and a number of recorded packets. */
export function saveWav(header: string, recorded: number): void {
  const wav = createRecording(header, recorded);
  const address = URL.createObjectURL(new Blob([wav], { type: 'audio/wav' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `silent-voicemail-${wav.byteLength}.wav`;
  link.click();
  URL.revokeObjectURL(address);
}
