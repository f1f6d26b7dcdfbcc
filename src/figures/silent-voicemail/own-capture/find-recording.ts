import type { Capture, MediaDescription, RtpPacket, RtpStream } from '../../../capture/index.ts';
import { isG711 } from '../model/decode-audio.ts';
import { wavHeaderLength } from '../model/wav.ts';

/** The length of the WAV file that a recorder would have written of a stream, or the reason why it has none. */
export type Recording =
  | { kind: 'wav'; length: number }
  | { kind: 'encrypted'; by: Encryption }
  | { kind: 'codec'; encoding: string }
  | { kind: 'cut'; packets: number };

/** The protocol that encrypts an RTP stream or agrees on its keys. */
type Encryption = 'srtp' | 'dtls' | 'zrtp';

/** Finds the encryption of a stream: its endpoints agreed on keys, or its SDP says so. */
export function findEncryption(
  { from, to }: Pick<RtpStream, 'from' | 'to'>,
  media: MediaDescription | undefined,
  { keyExchanges }: Pick<Capture, 'keyExchanges'>,
): Encryption | undefined {
  return keyExchanges.get(`${from} ${to}`) ?? (media?.isEncrypted === true ? 'srtp' : undefined);
}

/** Returns the recording of packets in the order of their sequence numbers. */
export function findRecording(
  packets: readonly RtpPacket[],
  encodingOf: (type: number) => string | undefined,
  encryption: Encryption | undefined,
): Recording {
  if (encryption !== undefined) return { kind: 'encrypted', by: encryption };
  const audio = packets.filter(({ rtp }) => isG711(encodingOf(rtp.payloadType)));
  const other = packets.find(({ rtp }) => !isSignal(encodingOf(rtp.payloadType)));
  if (audio.length === 0 && other !== undefined) {
    const type = other.rtp.payloadType;
    return { kind: 'codec', encoding: encodingOf(type) ?? String(type) };
  }
  const cut = audio.filter(({ rtp }) => rtp.payload.byteLength < rtp.payloadLength).length;
  if (cut > 0) return { kind: 'cut', packets: cut };
  const samples = audio.reduce((sum, { rtp }) => sum + rtp.payload.byteLength, 0);
  return { kind: 'wav', length: wavHeaderLength + samples * Int16Array.BYTES_PER_ELEMENT };
}

/** Returns whether an encoding is not sound by itself: pressed keys and comfort noise. */
export function isSignal(encoding: string | undefined): boolean {
  return encoding === 'telephone-event' || encoding === 'CN';
}
