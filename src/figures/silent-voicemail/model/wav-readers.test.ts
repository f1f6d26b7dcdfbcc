import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import wavefile from 'wavefile';
import { readVoicemail, toSamples } from '../../../testing/capture-files.ts';
import { findWavFields } from './wav.ts';
import { writeWav } from './write-wav.ts';

// Opens the files with independent programs. Tests whose program is not installed are skipped with a warning.

const voicemail = readVoicemail();
const files = [0, 1, 50, 250]
  .map((packets) => ({ name: `voicemail-${packets}`, packets: voicemail.slice(0, packets) }))
  .map((file) => ({
    ...file,
    samples: file.packets.length * 160,
    wav: writeWav(findWavFields(320 * file.packets.length), toSamples(file.packets)),
  }));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'narani-wav-'));
  for (const { name, wav, packets } of files) {
    writeFileSync(path.join(folder, `${name}.wav`), wav);
    writeFileSync(path.join(folder, `${name}.al`), Buffer.concat(packets));
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Skip = (note: string) => void;

const missing = new Set<string>();

/** Runs a program and returns its output. Skips the test if the program is not installed, and warns once per program. */
function run(command: string, args: readonly string[], skip: Skip): Buffer {
  const { error, stdout, stderr, status } = spawnSync(command, args, { cwd: folder });
  if (error !== undefined) {
    if (!missing.has(command))
      console.warn(`The WAV files were not opened with ${command}, which is not installed.`);
    missing.add(command);
    skip('it is not installed');
  }
  expect([status, stderr.toString()]).toEqual([0, '']);
  return stdout;
}

describe.each(files)('The file $name is opened', ({ name, wav, samples, packets }) => {
  test('by walking through its chunks', () => {
    const bytes = Buffer.from(wav);
    expect([bytes.toString('latin1', 0, 4), bytes.toString('latin1', 8, 12)]).toEqual(['RIFF', 'WAVE']);
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
    const chunks = new Map<string, Buffer>();
    for (let at = 12; at < bytes.length; at += 8 + bytes.readUInt32LE(at + 4))
      chunks.set(
        bytes.toString('latin1', at, at + 4),
        bytes.subarray(at + 8, at + 8 + bytes.readUInt32LE(at + 4)),
      );
    expect([...chunks.keys()]).toEqual(['fmt ', 'data']);
    const format = chunks.get('fmt ') ?? Buffer.alloc(0);
    expect(format.readUInt16LE(0)).toBe(1);
    expect(format.readUInt32LE(8)).toBe(format.readUInt32LE(4) * format.readUInt16LE(12));
    expect(format.readUInt16LE(12)).toBe((format.readUInt16LE(2) * format.readUInt16LE(14)) / 8);
    expect(chunks.get('data')?.length).toBe(samples * 2);
  });

  test('by `file`, which describes an empty and a full one alike', ({ skip }) => {
    expect(
      run('file', ['--brief', `${name}.wav`], skip)
        .toString()
        .trim(),
    ).toBe('RIFF (little-endian) data, WAVE audio, Microsoft PCM, 16 bit, mono 8000 Hz');
  });

  test('by sox, which decodes the same samples from it and from the A-law', ({ skip }) => {
    const info = ['-r', '-c', '-b', '-s', '-e'].map((option) =>
      run('sox', ['--info', option, `${name}.wav`], skip)
        .toString()
        .trim(),
    );
    expect(info).toEqual(['8000', '1', '16', String(samples), 'Signed Integer PCM']);
    const raw = ['-t', 'raw', '-e', 'signed', '-b', '16', '-'];
    const alaw = ['-t', 'raw', '-e', 'a-law', '-r', '8000', '-c', '1', `${name}.al`];
    const fromWav = run('sox', [`${name}.wav`, ...raw], skip);
    expect(fromWav.equals(run('sox', [...alaw, ...raw], skip))).toBe(true);
    expect(fromWav.equals(wav.subarray(44))).toBe(true);
  });

  test('by the npm package wavefile, which decodes the A-law to the same samples', () => {
    const file = new wavefile.WaveFile(wav);
    expect(file.fmt).toMatchObject({ audioFormat: 1, numChannels: 1, sampleRate: 8000, bitsPerSample: 16 });
    expect(file.data).toMatchObject({ chunkSize: samples * 2 });
    const decoded = new wavefile.WaveFile();
    decoded.fromScratch(1, 8000, '8a', Buffer.concat(packets));
    decoded.fromALaw();
    const fromWav = samplesOf(file);
    expect(fromWav).toHaveLength(samples);
    expect(fromWav).toEqual(samplesOf(decoded));
    expect(new Set(fromWav).size > 5).toBe(samples > 0);
  });
});

function samplesOf(file: wavefile.WaveFile): number[] {
  return Array.from(file.getSamples(false, Int16Array) as unknown as Int16Array);
}
