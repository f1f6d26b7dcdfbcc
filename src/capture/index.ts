export { alawToPcm, pcmToAlaw } from './alaw.ts';
export { hostOf, type Endpoint } from './datagram.ts';
export { parseCapture, type Capture, type RtpPacket, type SipPacket } from './parse-capture.ts';
export type { AudioDescription } from './sdp.ts';
export { skipReasons } from './skip-reason.ts';
