import { describe, expect, test } from 'vitest';
import { formatSeconds } from '../call/seconds.ts';
import { captureNames, type CaptureName } from '../call/plan.ts';
import { readCaptureFile } from '../../../../testing/captures.ts';
import { readCapture } from '../capture/read-capture.ts';
import { storyToLadder } from './ladder.ts';
import { captureToStory } from './story.ts';

/** The ladder of a capture as lines: a message each, and a stretch of sound each with its ends. */
function tell(name: CaptureName): string[] {
  const { signalling, media } = storyToLadder(captureToStory(readCapture(readCaptureFile(name))));
  return [
    ...signalling.map(
      ({ frame, atUs, from, to, label }) => `${frame} ${formatSeconds(atUs)} ${from}→${to} ${label}`,
    ),
    ...media.map(({ from, to, endpoints, count, ssrc, first, last }) =>
      [
        `${first.frame}–${last.frame} ${formatSeconds(first.atUs)}–${formatSeconds(last.atUs)} ${from}→${to}`,
        `${endpoints.from}→${endpoints.to}`,
        `${count} × ${ssrc.toString(16)} ${first.sequence}–${last.sequence}`,
      ].join(' '),
    ),
  ];
}

describe('The ladder of a capture', () => {
  test('of the good call has seven messages, the beep and the message', () => {
    expect(tell('call-ok')).toEqual([
      '1 0.000000 caller→server INVITE',
      '2 0.000153 server→caller 100 Trying',
      '3 0.103616 server→caller 180 Ringing',
      '4 0.608387 server→caller 200 OK',
      '5 0.608518 caller→server ACK',
      '306 7.416614 caller→server BYE',
      '307 7.416731 server→caller 200 OK',
      '6–55 0.620142–1.600079 server→caller 10.9.2.2:40000→10.9.1.2:6000 50 × 5eed0001 500–549',
      '56–305 1.911969–6.872410 caller→server 10.9.1.2:6000→10.9.2.2:40000 250 × badcafe 1000–1249',
    ]);
  });

  test('of the blocked call is the same at the caller, and lacks the message at the server', () => {
    expect(tell('call-no-rtp-caller-side').map((line) => line.replace(/ [\d.–]+ /, ' '))).toEqual(
      tell('call-ok').map((line) => line.replace(/ [\d.–]+ /, ' ')),
    );
    expect(tell('call-no-rtp').map((line) => line.replace(/ [\d.–]+ /, ' '))).toEqual([
      '1 caller→server INVITE',
      '2 server→caller 100 Trying',
      '3 server→caller 180 Ringing',
      '4 server→caller 200 OK',
      '5 caller→server ACK',
      '56 caller→server BYE',
      '57 server→caller 200 OK',
      '6–55 server→caller 10.9.2.2:40000→10.9.1.2:6000 50 × 5eed0001 500–549',
    ]);
  });

  test('of the call behind NAT has the message come from the carrier, and the sound for the caller turn there after 73 packets', () => {
    expect(tell('call-nat').slice(7)).toEqual([
      '6–87 0.617870–2.057836 server→caller 10.9.2.2:40000→10.9.1.2:6000 73 × 5eed0001 500–572',
      '71–455 1.912091–6.872396 carrier→server 10.9.2.1:23456→10.9.2.2:40000 250 × badcafe 1000–1249',
      '89–341 2.077879–4.597860 server→carrier 10.9.2.2:40000→10.9.2.1:23456 127 × 5eed0001 573–699',
    ]);
  });

  test.each(captureNames)('of %s accounts for every frame', (name) => {
    const capture = readCapture(readCaptureFile(name));
    const { signalling, media } = storyToLadder(captureToStory(capture));
    expect(signalling.length + media.reduce((sum, { count }) => sum + count, 0)).toBe(capture.frameCount);
  });

  test('of a capture that begins after the INVITE does not guess who calls', () => {
    const { messages, stretches } = captureToStory(readCapture(readCaptureFile('call-ok')));
    const { signalling, media } = storyToLadder({ messages: messages.slice(1), stretches });
    expect(new Set([...signalling, ...media].flatMap(({ from, to }) => [from, to]))).toEqual(
      new Set(['carrier']),
    );
  });
});
