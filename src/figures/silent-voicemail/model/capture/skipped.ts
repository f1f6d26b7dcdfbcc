/** Why a capture, or a frame of it, was not read. */
export const skipReasons = [
  // of the file
  'not-pcap',
  'pcapng',
  'link-type',
  'header-cut',
  'frame-cut',
  'frame-too-long',
  // of a frame
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

/** A piece of a capture that was not read. */
export interface Skipped {
  /** The frame's number, counted from 1 as tcpdump and Wireshark do; 0 for the file itself. */
  frame: number;
  /** Where in the file it begins, in bytes. */
  offset: number;
  reason: SkipReason;
}
