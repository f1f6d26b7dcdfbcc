import type { Skipped } from './skip-reason.ts';

/** A captured frame, not yet decoded. */
export interface Frame {
  /** Counted from 1, as in tcpdump and Wireshark. */
  number: number;
  /** Byte offset of the frame's record in the file. */
  offset: number;
  seconds: number;
  nanoseconds: number;
  linkType: number;
  /** Length on the wire, in bytes: more than `bytes` has if the snap length cut the frame. */
  wireLength: number;
  bytes: Uint8Array;
}

/** The format of a capture file. In pcapng each interface has its own: these are the values of the first. */
export interface CaptureFormat {
  container: 'pcap' | 'pcapng';
  isLittleEndian: boolean;
  /** Resolution of the timestamps: 1,000,000 for microseconds. */
  ticksPerSecond: number;
  /** Longest part of a frame that was captured, in bytes. */
  snapLength: number;
  linkType: number;
}

/** The frames of a capture file. */
export interface FrameList {
  /** Format of the file; `undefined` if it has no readable header. */
  format: CaptureFormat | undefined;
  frames: Frame[];
  skipped: Skipped[];
}
