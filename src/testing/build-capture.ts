/** How a capture is to be written. */
export interface CaptureForm {
  isLittleEndian: boolean;
  resolution: 'microseconds' | 'nanoseconds';
  snapLength: number;
  linkType: number;
}

export const usualForm: CaptureForm = {
  isLittleEndian: true,
  resolution: 'microseconds',
  snapLength: 262_144,
  linkType: 1,
};

/** A frame to be written, with the time at which it passed. */
export interface TimedFrame {
  seconds: number;
  nanoseconds: number;
  bytes: Uint8Array;
}

/** A classic pcap file, cut to its snap length as tcpdump does. */
export function buildPcap(frames: readonly TimedFrame[], form: CaptureForm = usualForm): Uint8Array {
  const order = form.isLittleEndian;
  const header = new DataView(new ArrayBuffer(24));
  header.setUint32(0, form.resolution === 'microseconds' ? 0xa1b2c3d4 : 0xa1b23c4d, order);
  header.setUint16(4, 2, order);
  header.setUint16(6, 4, order);
  header.setUint32(16, form.snapLength, order);
  header.setUint32(20, form.linkType, order);
  const records = frames.flatMap(({ seconds, nanoseconds, bytes }) => {
    const kept = bytes.subarray(0, form.snapLength);
    const record = new DataView(new ArrayBuffer(16));
    const ticks = form.resolution === 'microseconds' ? Math.floor(nanoseconds / 1000) : nanoseconds;
    [seconds, ticks, kept.byteLength, bytes.byteLength].forEach((value, index) => {
      record.setUint32(index * 4, value, order);
    });
    return [new Uint8Array(record.buffer), kept];
  });
  return joinBytes([new Uint8Array(header.buffer), ...records]);
}

/** An Ethernet frame that carries a UDP datagram over IPv4. */
export function buildFrame(
  payload: Uint8Array,
  ports: { from: number; to: number } = { from: 6000, to: 40_000 },
): Uint8Array {
  const head = new DataView(new ArrayBuffer(42));
  head.setUint16(12, 0x0800);
  head.setUint8(14, 0x45);
  head.setUint16(16, 28 + payload.byteLength);
  head.setUint8(22, 64);
  head.setUint8(23, 17);
  head.setUint32(26, 0x0a090102);
  head.setUint32(30, 0x0a090202);
  head.setUint16(34, ports.from);
  head.setUint16(36, ports.to);
  head.setUint16(38, 8 + payload.byteLength);
  return joinBytes([new Uint8Array(head.buffer), payload]);
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.byteLength;
  }
  return joined;
}
