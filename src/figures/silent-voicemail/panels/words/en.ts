import type { PanelWords } from '../words.ts';

const points: PanelWords['counts']['points'] = {
  caller: 'caller',
  'carrier-in': 'carrier, caller’s\u00a0side',
  'carrier-out': 'carrier, server’s\u00a0side',
  server: 'server',
};

const words: PanelWords = {
  log: {
    title: (level) => `Server log at level ${level}`,
    missing: (line) => `(no “${line}” line)`,
    thisLine: '←\u00a0this\u00a0line',
    found: (promised) =>
      `A packet came from the address that the SDP had promised (${promised}). One is enough.`,
    debugHidden: 'At level INFO, the log keeps no DEBUG messages.',
  },
  counts: {
    title: 'Packets counted at each point',
    point: 'Seen at',
    sip: 'SIP',
    toServer: 'RTP to server',
    toCaller: 'RTP to caller',
    points,
    evidence: { capture: '(capture)', lab: '(lab)', model: '(model)' },
    culprit: {
      toServer: (before, behind) => `× RTP to the server: ${before} → ${behind} here`,
      toCaller: (before, behind) => `× RTP to the caller: ${before} → ${behind} here`,
    },
    modelOnly: 'No such call was run in the lab; all counts are the model’s.',
    files: (files) =>
      `Captures: ${files.map(([point, file]) => `${file}.pcap (${points[point]})`).join(', ')}.`,
  },
  wav: {
    title: (length) => `The WAV file, ${number(length)} bytes`,
    parts: 'Fields of the WAV file',
    length: (recorded) =>
      recorded === 0
        ? 'The 44 bytes of the header are all there is.'
        : `44 bytes of header + ${count(recorded, 'packet')} recorded × 320 bytes = ${number(44 + 320 * recorded)} bytes.`,
    sound: 'sound',
    noSound: 'empty',
    names: {
      riff: 'Chunk id',
      'file-size': 'File size − 8',
      wave: 'Form type',
      'format-chunk': 'Sub-chunk id',
      'format-size': 'Size of the format data',
      'format-code': 'Format code',
      channels: 'Channels',
      'sample-rate': 'Samples per second',
      'byte-rate': 'Bytes per second',
      'block-align': 'Bytes per sample, all channels',
      'bits-per-sample': 'Bits per sample',
      'data-chunk': 'Sub-chunk id',
      'data-size': 'Size of the sound data',
      data: 'Sound data',
    },
    meanings: {
      riff: 'Marks a RIFF file, which is made of chunks.',
      'file-size': 'How many bytes follow this field: the other 36 bytes of the header, and the sound data.',
      wave: 'Says that this RIFF file holds sound.',
      'format-chunk':
        'Here begins the chunk that gives the format of the sound. An id has four letters, hence the blank at its end.',
      'format-size': 'How many bytes of format data follow: 16 for PCM.',
      'format-code': '1 is PCM: the samples stand there as they are, uncompressed.',
      channels: '1 is mono. A telephone call has one channel.',
      'sample-rate': 'Into how many samples a second is cut: 8,000, as in G.711.',
      'byte-rate':
        'Samples per second × bytes per sample, all channels: what each second of recording adds to the file.',
      'block-align': 'How many bytes the samples of one instant take, all channels together.',
      'bits-per-sample':
        'How many bits one sample takes. The 8 bits of A-law in a packet are expanded to 16.',
      'data-chunk': 'Here begins the chunk that holds the sound data.',
      'data-size': 'How many bytes of sound data follow. At 0, nothing at all was recorded.',
      data: 'Two bytes a sample, the lower one first. A packet holds 160 samples, which become 320 bytes.',
    },
    noSoundMeans: 'Empty. The file ends with its header.',
    placed: (name, first, last) => `${name}, bytes ${first}–${last}`,
    grows: 'Grows with the sound.',
    stays: 'Stays the same however much is recorded.',
    all: 'What each field means',
    save: 'Save this WAV file',
    byteOrder: 'All numbers are little-endian.',
    tone: 'The sound data is a 400-Hz tone, sent as A-law in place of the caller’s message.',
  },
};

/** A number with its thousands set apart. */
export function number(value: number): string {
  return value.toLocaleString('en');
}

/** So many of what one is called so. */
export function count(value: number, one: string): string {
  return `${value} ${one}${value === 1 ? '' : 's'}`;
}

export default words;
