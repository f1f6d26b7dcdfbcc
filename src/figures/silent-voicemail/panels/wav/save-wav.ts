import { createWav } from './create-wav.ts';

/** Give the reader the file behind a header into which so many packets were recorded. */
export function saveWav(header: string, recorded: number): void {
  const wav = createWav(header, recorded);
  const address = URL.createObjectURL(new Blob([wav], { type: 'audio/wav' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `silent-voicemail-${wav.byteLength}.wav`;
  link.click();
  URL.revokeObjectURL(address);
}
