import { writeWav } from '../model/write-wav.ts';

/** Downloads samples as a WAV file with this header and name. */
export function saveWav(fields: Parameters<typeof writeWav>[0], samples: Int16Array, name: string): void {
  const address = URL.createObjectURL(new Blob([writeWav(fields, samples)], { type: 'audio/wav' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
