export { alawToPcm, pcmToAlaw } from './alaw.ts';
export { hostOf, type Endpoint } from './datagram.ts';
export { readCapture, type Capture, type RtpPacket, type SipPacket } from './read-capture.ts';
export type { AudioDescription } from './sdp.ts';
export { skipReasons } from './skip-reason.ts';
