import { describe, expect, test } from 'vitest';
import { parseCapture, type Capture } from '../../capture/index.ts';
import { replayCapture } from '../../figures/silent-voicemail/model/index.ts';
import { buildFrame, buildPcap, buildRtp, readCaptureFile } from '../../testing/capture-files.ts';
import { writeRecording } from './recording.ts';
import { reportCapture } from './report.ts';

/** Replaces the RTP packets of a capture. */
function changeRtp(
  capture: Capture,
  change: (rtp: Capture['packets'][number] & { protocol: 'rtp' }) => unknown,
): Capture {
  return {
    ...capture,
    packets: capture.packets.flatMap((packet) =>
      packet.protocol === 'sip' ? [packet] : [change(packet)].flat(),
    ) as Capture['packets'],
  };
}

describe('The report on a capture', () => {
  test('has the messages, the streams, the log line and the recording of the call behind NAT', () => {
    expect(reportCapture('call-nat.pcap', parseCapture(readCaptureFile('call-nat')))).toMatchInlineSnapshot(`
      "call-nat.pcap
        pcap, little-endian, 1,000,000 ticks per second, snap length 262,144, link type 1, 457 frames (SIP 7, RTP 450)

        SIP messages
          frame 1    0.000000  10.9.1.2:5060 → 10.9.2.2:5060  INVITE       audio at 10.9.1.2:6000, payload types 8
          frame 2    0.000145  10.9.2.2:5060 → 10.9.1.2:5060  100 Trying
          frame 3    0.104022  10.9.2.2:5060 → 10.9.1.2:5060  180 Ringing
          frame 4    0.607817  10.9.2.2:5060 → 10.9.1.2:5060  200 OK       audio at 10.9.2.2:40000, payload types 8
          frame 5    0.607959  10.9.1.2:5060 → 10.9.2.2:5060  ACK
          frame 456  7.416060  10.9.1.2:5060 → 10.9.2.2:5060  BYE
          frame 457  7.416149  10.9.2.2:5060 → 10.9.1.2:5060  200 OK

        RTP streams
          10.9.2.2:40000 → 10.9.1.2:6000   73 packets   SSRC 5eed0001  payload type 8  sequence 500–572    0.617870–2.057836  jitter 0.020 ms
          10.9.2.1:23456 → 10.9.2.2:40000  250 packets  SSRC 0badcafe  payload type 8  sequence 1000–1249  1.912091–6.872396  jitter 0.321 ms
          10.9.2.2:40000 → 10.9.2.1:23456  127 packets  SSRC 5eed0001  payload type 8  sequence 573–699    2.077879–4.597860  jitter 0.014 ms

        Log of FreeSWITCH 1.4.7, if the packets to it arrived
          2.072406  [INFO] switch_rtp.c:5597 Auto Changing port from 10.9.1.2:6000 to 10.9.2.1:23456

        Recording
          250 of 250 packets to 10.9.2.2:40000 recorded: a WAV file of 80,044 bytes
      "
    `);
  });

  test('says that the blocked call has no log line and an empty recording', () => {
    const report = reportCapture('call-no-rtp.pcap', parseCapture(readCaptureFile('call-no-rtp')));
    expect(report).toContain('(no line)');
    expect(report).toContain(
      '0 of 0 packets to 10.9.2.2:40000 recorded: a WAV file of 44 bytes, which is only the header',
    );
  });

  test('counts lost packets', () => {
    const capture = changeRtp(parseCapture(readCaptureFile('call-ok')), (packet) =>
      packet.rtp.sequence === 505 || packet.rtp.sequence === 510 ? [] : packet,
    );
    expect(reportCapture('gaps.pcap', capture)).toMatch(/48 packets .* sequence 500–549 \(2 lost\)/);
  });

  test('groups skipped frames by reason', () => {
    const frame = (text: string) => ({
      seconds: 1,
      nanoseconds: 0,
      bytes: buildFrame(new TextEncoder().encode(text)),
    });
    const capture = parseCapture(
      buildPcap([frame('hello'), frame('SIP/2.0 200 OK\r\n\r\n'), frame('again')]),
    );
    expect(reportCapture('other.pcap', capture)).toMatchInlineSnapshot(`
      "other.pcap
        pcap, little-endian, 1,000,000 ticks per second, snap length 262,144, link type 1, 3 frames (SIP 0, RTP 0)

        Skipped
          frame 1 at byte 24 and 1 more: neither SIP nor RTP
          frame 2 at byte 87: SIP message without Call-ID or CSeq
      "
    `);
  });

  test('counts packets that look like RTP, but belong to no stream', () => {
    const capture = parseCapture(buildPcap([{ seconds: 1, nanoseconds: 0, bytes: buildFrame(buildRtp(1)) }]));
    expect(reportCapture('other.pcap', capture)).toContain(
      '1 packet that looks like RTP, but belongs to no stream',
    );
  });

  test('names the reason if the file is not a capture', () => {
    const capture = parseCapture(new TextEncoder().encode('GET / HTTP/1.1'));
    expect(reportCapture('page.html', capture)).toMatchInlineSnapshot(`
      "page.html
        not readable

        Skipped
          the file: neither a pcap nor a pcapng file
      "
    `);
  });
});

describe('The recording', () => {
  const capture = parseCapture(readCaptureFile('call-ok'));

  test('of the good call has the length of the file in the article', () => {
    const replay = replayCapture(capture);
    expect(replay && writeRecording(replay)?.byteLength).toBe(80_044);
  });

  test.each([
    ['is not G.711', { payloadType: 9 }],
    ['was cut by the snap length', { payload: new Uint8Array(10) }],
  ])('is not written if the audio %s', (_what, rtp) => {
    const changed = changeRtp(capture, (packet) => ({ ...packet, rtp: { ...packet.rtp, ...rtp } }));
    const sdp = changed.packets.map((packet) =>
      packet.protocol === 'sip' && packet.audio
        ? { ...packet, audio: { ...packet.audio, payloadTypes: [8, 9] } }
        : packet,
    );
    const replay = replayCapture({ ...changed, packets: sdp });
    expect(replay?.received.accepted).toHaveLength(250);
    expect(replay && writeRecording(replay)).toBeUndefined();
    expect(reportCapture('x.pcap', { ...changed, packets: sdp })).toContain('no WAV file');
  });
});
