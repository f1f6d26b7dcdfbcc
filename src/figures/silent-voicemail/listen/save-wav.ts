import { writeWav } from '../model/write-wav.ts';

/** Downloads samples at 8 kHz as a WAV file. */
export function saveWav(samples: Int16Array, name: string): void {
  const address = URL.createObjectURL(new Blob([writeWav(samples)], { type: 'audio/wav' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
