/** Reasons for skipping a capture or a part of it, with their explanations. */
export const skipReasons = {
  // The file as a whole, or everything after a certain offset
  'not-a-capture': 'neither a pcap nor a pcapng file',
  'link-type': 'link type other than Ethernet; capture on one interface instead of “any”',
  'header-cut': 'the file ends within a header',
  'frame-cut': 'the file ends within this frame',
  'frame-too-long': 'the frame claims an impossible length, so the rest of the file is unreadable',
  'block-cut': 'the file ends within this block',
  'block-malformed': 'malformed pcapng block, so the rest of the file is unreadable',
  // One frame
  'no-timestamp': 'simple packet block without a timestamp',
  'ethernet-cut': 'cut within the Ethernet header',
  'not-ipv4': 'not IPv4',
  'ip-cut': 'cut within the IP header',
  'ip-header': 'malformed IP header',
  fragment: 'IPv4 fragment; fragments are not reassembled',
  'not-udp': 'not UDP',
  'udp-cut': 'cut within the UDP header',
  'udp-length': 'malformed UDP length',
  'sip-header': 'SIP message without Call-ID or CSeq',
  rtcp: 'RTCP',
  'rtp-header': 'malformed RTP header',
  'unknown-payload': 'neither SIP nor RTP',
} as const;

export type SkipReason = keyof typeof skipReasons;

/** A part of a capture that was skipped. */
export interface Skipped {
  /** The frame's number, counted from 1 as in tcpdump and Wireshark; 0 for the file itself. */
  frame: number;
  /** Byte offset of the part in the file. */
  offset: number;
  reason: SkipReason;
}
