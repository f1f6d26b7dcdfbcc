import type { FieldWords } from '../../words.ts';

const words: FieldWords = {
  parts: 'Fields of the WAV file',
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
    wave: 'Marks this RIFF file as one that holds sound.',
    'format-chunk':
      'Begins the chunk that describes the format of the sound. Ids have four characters, hence the space at the end.',
    'format-size': 'How many bytes of format data follow: 16 for PCM.',
    'format-code': '1 is PCM: samples are stored uncompressed.',
    channels: '1 is mono. A telephone call has one channel.',
    'sample-rate': 'How many samples make up one second: 8,000, as in G.711.',
    'byte-rate':
      'Samples per second × bytes per sample, all channels: what each second of recording adds to the file.',
    'block-align': 'How many bytes the samples of one instant take, all channels together.',
    'bits-per-sample': 'How many bits one sample takes. The 8 bits of A-law in a packet are expanded to 16.',
    'data-chunk': 'Begins the chunk that holds the sound data.',
    'data-size': 'How many bytes of sound data follow. At 0, nothing was recorded.',
    data: 'Two bytes per sample, the low byte first. A packet holds 160 samples, which become 320 bytes.',
  },
  noSoundMeans: 'Empty. The file ends with its header.',
  placed: (name, first, last) => `${name}, bytes ${first}–${last}`,
  grows: 'Grows with the recording.',
  stays: 'Stays the same however much is recorded.',
};

export default words;
