/** Reasons for skipping a capture or a part of it. */
export const skipReasons = [
  // The file as a whole, or everything after a certain offset
  'not-a-capture',
  'link-type',
  'header-cut',
  'frame-cut',
  'frame-too-long',
  'block-cut',
  'block-malformed',
  // One frame
  'no-timestamp',
  'ethernet-cut',
  'not-ipv4',
  'ip-cut',
  'ip-header',
  'fragment',
  'not-udp',
  'udp-cut',
  'udp-length',
  'sip-header',
  'rtcp',
  'rtp-header',
  'unknown-payload',
] as const;

export type SkipReason = (typeof skipReasons)[number];

/** A part of a capture that was skipped. */
export interface Skipped {
  /** The frame's number, counted from 1 as in tcpdump and Wireshark; 0 for the file itself. */
  frame: number;
  /** Byte offset of the part in the file. */
  offset: number;
  reason: SkipReason;
}
