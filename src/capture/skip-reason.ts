/** Reasons for skipping a capture or a part of it, with their explanations. */
export const skipReasons = {
  // The file as a whole, or everything after a certain offset
  'not-a-capture': 'neither a pcap nor a pcapng file',
  'link-type': 'link type that is not decoded, such as Wi-Fi frames',
  'header-cut': 'the file ends within a header',
  'frame-cut': 'the file ends within this frame',
  'frame-too-long': 'the frame claims an impossible length, so the rest of the file is unreadable',
  'block-cut': 'the file ends within this block',
  'block-malformed': 'malformed pcapng block, so the rest of the file is unreadable',
  // One frame
  'no-timestamp': 'simple packet block without a timestamp',
  'link-cut': 'cut within the link-layer header',
  'not-ip': 'not IP',
  'ip-cut': 'cut within the IP header',
  'ip-header': 'malformed IP header',
  fragment: 'IP fragment whose other fragments are missing',
  'not-udp': 'neither UDP nor TCP',
  'udp-cut': 'cut within the UDP header',
  'udp-length': 'malformed UDP length',
  'tcp-cut': 'cut within the TCP header',
  'tcp-repeated': 'TCP segment sent again',
  tcp: 'TCP without SIP',
  tls: 'TLS over TCP',
  'sip-header': 'SIP message without Call-ID or CSeq',
  'keep-alive': 'keep-alive without content',
  rtcp: 'RTCP',
  stun: 'STUN',
  dtls: 'DTLS',
  zrtp: 'ZRTP',
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
