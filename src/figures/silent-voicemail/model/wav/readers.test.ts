import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import wavefile from 'wavefile';
import { readCaptureFile } from '../../../../testing/captures.ts';
import { readCapture } from '../capture/read-capture.ts';
import { findPayloads } from '../story/payloads.ts';
import { createTonePacket } from './tone.ts';
import { writeWav } from './write-wav.ts';

// Readers that know nothing of the code that wrote the files. Those that a machine lacks say that they did not run.

const message = findPayloads(readCapture(readCaptureFile('call-ok')), '10.9.2.2:40000');
const files = [
  ...[0, 1, 50, 250].map((packets) => ({ name: `message-${packets}`, packets: message.slice(0, packets) })),
  { name: 'tone-50', packets: new Array<Uint8Array>(50).fill(createTonePacket()) },
].map((file) => ({ ...file, samples: file.packets.length * 160, wav: writeWav(file.packets) }));

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

/** What a program printed. A test whose program is not there ends and says so: once for all files in the output, and beside each test. */
function run(command: string, words: readonly string[], skip: Skip): Buffer {
  const { error, stdout, stderr, status } = spawnSync(command, words, { cwd: folder });
  if (error !== undefined) {
    if (!missing.has(command))
      console.warn(`The WAV files were not opened with ${command}: it is not on this machine.`);
    missing.add(command);
    skip('it is not on this machine');
  }
  expect([status, stderr.toString()]).toEqual([0, '']);
  return stdout;
}

describe.each(files)('The file $name is opened', ({ name, wav, samples, packets }) => {
  test('by a walk along its chunks', () => {
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

  test('by `file`, which tells no difference between an empty one and a full one', ({ skip }) => {
    expect(
      run('file', ['--brief', `${name}.wav`], skip)
        .toString()
        .trim(),
    ).toBe('RIFF (little-endian) data, WAVE audio, Microsoft PCM, 16 bit, mono 8000 Hz');
  });

  test('by sox, which hears in it what it hears in the A-law itself', ({ skip }) => {
    const told = ['-r', '-c', '-b', '-s', '-e'].map((what) =>
      run('sox', ['--info', what, `${name}.wav`], skip)
        .toString()
        .trim(),
    );
    expect(told).toEqual(['8000', '1', '16', String(samples), 'Signed Integer PCM']);
    const raw = ['-t', 'raw', '-e', 'signed', '-b', '16', '-'];
    const alaw = ['-t', 'raw', '-e', 'a-law', '-r', '8000', '-c', '1', `${name}.al`];
    const heard = run('sox', [`${name}.wav`, ...raw], skip);
    expect(heard.equals(run('sox', [...alaw, ...raw], skip))).toBe(true);
    expect(heard.equals(wav.subarray(44))).toBe(true);
  });

  test('by wavefile, a decoder from npm, which decodes the A-law to the same samples', () => {
    const file = new wavefile.WaveFile(wav);
    expect(file.fmt).toMatchObject({ audioFormat: 1, numChannels: 1, sampleRate: 8000, bitsPerSample: 16 });
    expect(file.data).toMatchObject({ chunkSize: samples * 2 });
    const decoded = new wavefile.WaveFile();
    decoded.fromScratch(1, 8000, '8a', Buffer.concat(packets));
    decoded.fromALaw();
    const heard = samplesOf(file);
    expect(heard).toHaveLength(samples);
    expect(heard).toEqual(samplesOf(decoded));
    expect(new Set(heard).size > 5).toBe(samples > 0);
  });
});

function samplesOf(file: wavefile.WaveFile): number[] {
  return Array.from(file.getSamples(false, Int16Array) as unknown as Int16Array);
}
