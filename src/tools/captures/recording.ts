import { findEncoding } from '../../capture/index.ts';
import { findWavFields, findWavLength, type Replay } from '../../figures/silent-voicemail/model/index.ts';
import { decodeAudio, isG711 } from '../../figures/silent-voicemail/model/decode-audio.ts';
import { writeWav } from '../../figures/silent-voicemail/model/write-wav.ts';

/** Writes the WAV file that FreeSWITCH would have recorded. Returns `undefined` if the audio is not G.711 or was cut by the snap length. */
export function writeRecording({ received }: Replay): Uint8Array | undefined {
  const isReadable = received.accepted.every(
    ({ rtp }) => isG711(findEncoding(rtp.payloadType)) && rtp.payload.byteLength === rtp.payloadLength,
  );
  if (!isReadable) return undefined;
  const samples = decodeAudio(received.accepted, findEncoding);
  return writeWav(findWavFields(samples.byteLength), samples);
}

/** Describes the recording in one sentence: packets that arrived, packets recorded, and the length of the file. */
export function describeRecording(replay: Replay): string {
  const { answer, received } = replay;
  const arrived = Object.values(received).reduce((sum, packets) => sum + packets.length, 0);
  const length = writeRecording(replay)?.byteLength;
  const file =
    length === undefined
      ? 'no WAV file, because the audio is not G.711 or was cut'
      : `a WAV file of ${length.toLocaleString('en')} bytes${length === findWavLength(0) ? ', which is only the header' : ''}`;
  return `${received.accepted.length} of ${arrived} packets to ${answer.endpoint} recorded: ${file}`;
}
