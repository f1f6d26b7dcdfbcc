import { alawToPcm, ulawToPcm, type RtpPacket } from '../../../capture/index.ts';

/** Decoders of G.711 by the names of its two encodings in SDP. It has a byte per sample; other codecs would need a library each. */
const decoders: Readonly<Record<string, (byte: number) => number>> = { PCMA: alawToPcm, PCMU: ulawToPcm };

/** Returns whether an encoding, by its name in SDP, is one that `decodeAudio` decodes. */
export function isG711(encoding: string | undefined): boolean {
  return encoding !== undefined && Object.hasOwn(decoders, encoding.toUpperCase());
}

/** Decodes the G.711 packets of a stream, one after another, into samples at 8 kHz. Packets of other encodings add none. */
export function decodeAudio(
  packets: readonly RtpPacket[],
  encodingOf: (payloadType: number) => string | undefined,
): Int16Array {
  const parts = packets.flatMap(({ rtp }) => {
    const decode = decoders[encodingOf(rtp.payloadType)?.toUpperCase() ?? ''];
    return decode === undefined ? [] : [{ decode, payload: rtp.payload }];
  });
  const samples = new Int16Array(parts.reduce((sum, { payload }) => sum + payload.byteLength, 0));
  let offset = 0;
  for (const { decode, payload } of parts) {
    // Not `payload.map`, which would cut the samples to bytes.
    for (const byte of payload) {
      samples[offset] = decode(byte);
      offset += 1;
    }
  }
  return samples;
}
