import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildCall,
  buildFrame,
  buildIpv4,
  buildPcap,
  buildPcapng,
  buildRtp,
  buildSip,
  buildTcp,
  defaultFormat,
  ethernetHeader,
  joinBytes,
  readCaptureFile,
  timeFrames,
} from '../../../testing/capture-files.ts';
import { analyzeCapture, type Analysis, type CapturedCall } from './analyze.ts';
import type { Verdict } from './find-verdict.ts';
import { decodeStream, type StreamReport } from './report-media.ts';

const rtp = (count: number, options?: Parameters<typeof buildRtp>[1]): Uint8Array[] =>
  Array.from({ length: count }, (_, index) => buildRtp(100 + index, options));
const pcap = (frames: readonly Uint8Array[], format = defaultFormat): Uint8Array =>
  buildPcap(timeFrames(frames), format);

function analyze(bytes: Uint8Array): Analysis {
  const analysis = analyzeCapture(bytes);
  if ('kind' in analysis) throw new Error(analysis.kind);
  return analysis;
}

function callOf(bytes: Uint8Array): CapturedCall {
  const [call] = analyze(bytes).calls;
  if (call === undefined) throw new Error('No call');
  return call;
}

/** Summarizes a verdict: packets that arrived and that were recorded, the recording, and the log lines. */
function summarize(verdict: Verdict): unknown {
  if (verdict.kind !== 'replayed') return verdict;
  const { endpoint, received, recorded, recording, lines } = verdict;
  return [endpoint, received, recorded, recording, ...lines.map(({ text }) => text)];
}

describe('A capture of the article', () => {
  test.each([
    [
      'call-ok',
      [
        '10.9.2.2:40000',
        250,
        250,
        { kind: 'wav', length: 80_044 },
        '[DEBUG] switch_rtp.c:5617 Correct ip/port confirmed.',
      ],
    ],
    ['call-no-rtp', ['10.9.2.2:40000', 0, 0, { kind: 'wav', length: 44 }]],
    [
      'call-nat',
      [
        '10.9.2.2:40000',
        250,
        250,
        { kind: 'wav', length: 80_044 },
        '[INFO] switch_rtp.c:5597 Auto Changing port from 10.9.1.2:6000 to 10.9.2.1:23456',
      ],
    ],
  ])('is judged as the article does: %s', (name, summary) => {
    const call = callOf(readCaptureFile(name));
    expect(call.messages.map(({ label }) => label)).toEqual([
      'INVITE',
      '100 Trying',
      '180 Ringing',
      '200 OK',
      'ACK',
      'BYE',
      '200 OK',
    ]);
    expect(summarize(call.media.verdict)).toEqual(summary);
  });

  test('behind NAT shows which streams keep to the announced addresses, and the packets on each leg', () => {
    const { media, legs } = callOf(readCaptureFile('call-nat'));
    const expected = { expected: '10.9.1.2:6000', label: 'INVITE' };
    expect(media.streams.map(({ agreement }) => agreement)).toEqual([
      { kind: 'agrees' },
      { kind: 'other-source', ...expected },
      { kind: 'other-target', ...expected },
    ]);
    expect(legs).toEqual([
      { from: '10.9.1.2', to: '10.9.2.2', sip: 7, forward: 0, backward: 73 },
      { from: '10.9.2.1', to: '10.9.2.2', sip: 0, forward: 250, backward: 127 },
    ]);
    expect(media.announcements.map(({ media: { endpoint }, received }) => [endpoint, received])).toEqual([
      ['10.9.1.2:6000', 73],
      ['10.9.2.2:40000', 250],
    ]);
  });
});

describe('A file without a call', () => {
  const tls = joinBytes([
    ethernetHeader,
    buildIpv4(buildTcp(Uint8Array.of(22, 3, 1), { sequence: 1 }), { protocol: 6 }),
  ]);
  test.each([
    ['an empty file', new Uint8Array(), { kind: 'empty' }],
    ['text', new TextEncoder().encode('12:00 IP a > b'), { kind: 'not-a-capture', looksLike: 'text' }],
    ['bytes of no known kind', Uint8Array.of(1, 2, 3), { kind: 'not-a-capture', looksLike: undefined }],
    ['a header alone', pcap([]), { kind: 'no-frames' }],
    [
      'Wi-Fi frames',
      pcap([buildFrame(Uint8Array.of(1))], { ...defaultFormat, linkType: 105 }),
      { kind: 'link-type', linkType: 105 },
    ],
    ['TLS', pcap([tls]), { kind: 'encrypted', segments: 1 }],
    ['other traffic', pcap([buildFrame(Uint8Array.of(1, 2))]), { kind: 'not-sip', frames: 1, cut: 0 }],
    [
      'a registration',
      pcap([buildFrame(buildSip('REGISTER sip:a SIP/2.0', { sequence: '1 REGISTER' }))]),
      { kind: 'no-call', methods: new Map([['REGISTER', 1]]) },
    ],
  ])('is named: %s', (_what, bytes, problem) => {
    expect(analyzeCapture(bytes)).toEqual(problem);
  });
});

describe('A damaged capture', () => {
  test('says up to which frame it was read, and shows the call until there', () => {
    const bytes = pcap(buildCall(rtp(10)));
    const { warnings, calls } = analyze(bytes.subarray(0, bytes.byteLength - 100));
    expect(warnings).toEqual([{ kind: 'file-cut', frame: 13 }]);
    expect(calls[0]?.media.verdict).toMatchObject({ received: 9 });
  });

  test('counts the frames that the snap length cut; their sound can’t be recorded', () => {
    const bytes = pcap(buildCall(rtp(10)), { ...defaultFormat, snapLength: 200 });
    const { warnings } = analyze(bytes);
    expect(warnings).toMatchObject([{ kind: 'cut-frames', frames: 13, snapLength: 200 }]);
    const whole = pcap([...buildCall([]), ...rtp(10).map((packet) => buildFrame(packet).subarray(0, 100))]);
    expect(callOf(whole).media.streams[0]?.recording).toEqual({ kind: 'cut', packets: 10 });
  });

  test('counts fragments whose packets are incomplete', () => {
    const fragment = joinBytes([ethernetHeader, buildIpv4(new Uint8Array(16), { isLast: false })]);
    expect(analyze(pcap([fragment, ...buildCall(rtp(1))])).warnings).toEqual([
      { kind: 'fragments', count: 1 },
    ]);
  });

  test('never makes the analysis throw, wherever it is cut or overwritten', () => {
    const good = pcap(buildCall(rtp(20)));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(good.byteLength - 1), fc.nat(255)), { maxLength: 30 }),
        fc.nat(good.byteLength),
        (changes, length) => {
          const bytes = Uint8Array.from(good);
          for (const [at, byte] of changes) bytes[at] = byte;
          const analysis = analyzeCapture(bytes.subarray(0, length));
          if ('kind' in analysis) return;
          for (const { media } of analysis.calls) media.streams.forEach(decodeStream);
        },
      ),
    );
  });
});

describe('The media of a call', () => {
  /** Analyzes a call whose RTP has a payload type and SDP. */
  const stream = (payloadType: number, format: string, lines = ''): StreamReport | undefined =>
    callOf(
      pcap(
        buildCall(rtp(10, { payloadType }), {
          offer: `m=audio 6000 ${format}`,
          answer: `m=audio 40000 ${format}${lines}`,
        }),
      ),
    ).media.streams[0];

  test.each([
    ['A-law', stream(8, 'RTP/AVP 8'), [['PCMA', 10]], { kind: 'wav', length: 3244 }],
    ['µ-law', stream(0, 'RTP/AVP 0'), [['PCMU', 10]], { kind: 'wav', length: 3244 }],
    [
      'µ-law with a dynamic type',
      stream(96, 'RTP/AVP 96', '\r\na=rtpmap:96 PCMU/8000'),
      [['PCMU', 10]],
      { kind: 'wav', length: 3244 },
    ],
    ['another codec', stream(9, 'RTP/AVP 9'), [['G722', 10]], { kind: 'codec', encoding: 'G722' }],
    ['an unnamed type', stream(99, 'RTP/AVP 8'), [['99', 10]], { kind: 'codec', encoding: '99' }],
    [
      'pressed keys alone',
      stream(101, 'RTP/AVP 8 101', '\r\na=rtpmap:101 telephone-event/8000'),
      [['telephone-event', 10]],
      { kind: 'wav', length: 44 },
    ],
    ['comfort noise alone', stream(13, 'RTP/AVP 8 13'), [['CN', 10]], { kind: 'wav', length: 44 }],
    ['SRTP', stream(8, 'RTP/SAVP 8'), [['PCMA', 10]], { kind: 'encrypted', by: 'srtp' }],
  ])('with %s is named and recorded, or the reason is given', (_what, report, encodings, recording) => {
    expect(report?.encodings).toEqual(encodings);
    expect(report?.recording).toEqual(recording);
  });

  test.each([8, 0, 9, 13, 96, 99, 101])(
    'has a sound as long as its recording, with payload type %i among others',
    (type) => {
      const packets = [...rtp(5), buildRtp(105, { payloadType: type }), buildRtp(106, { payloadType: 0 })];
      const [report] = callOf(
        pcap(buildCall(packets, { answer: 'm=audio 40000 RTP/AVP 8 0 96\r\na=rtpmap:96 PCMA/8000' })),
      ).media.streams;
      const length = report && 44 + decodeStream(report).byteLength;
      expect(report?.recording).toEqual({ kind: 'wav', length });
    },
  );

  test('is encrypted if its endpoints agreed on keys by ZRTP', () => {
    const hello = Uint8Array.of(0x10, 0, 0, 0, 0x5a, 0x52, 0x54, 0x50);
    const { media } = callOf(pcap(buildCall([hello, ...rtp(10)])));
    expect(media.streams[0]?.recording).toEqual({ kind: 'encrypted', by: 'zrtp' });
    expect(media.verdict).toMatchObject({ recording: { kind: 'encrypted', by: 'zrtp' } });
  });

  test('fails with the last response if nobody answered', () => {
    const [invite] = buildCall([]);
    const busy = buildFrame(buildSip('SIP/2.0 486 Busy Here'), { from: 5060, to: 5060 });
    expect(callOf(pcap([invite ?? busy, busy])).media.verdict).toEqual({
      kind: 'failed',
      label: '486 Busy Here',
    });
    expect(callOf(pcap([invite ?? busy])).media.verdict).toEqual({ kind: 'no-answer' });
  });

  test('has the same sound if its packets were reordered or repeated', () => {
    const packets = Array.from({ length: 12 }, (_, index) =>
      buildRtp((65_530 + index) & 0xffff, { payload: new Uint8Array(8).fill(index) }),
    );
    const samplesOf = (order: readonly number[]): Int16Array => {
      const [report] = callOf(pcap(buildCall(order.flatMap((index) => packets[index] ?? [])))).media.streams;
      return report === undefined ? new Int16Array() : decodeStream(report);
    };
    const inOrder = samplesOf(packets.map((_, index) => index));
    expect(inOrder).toHaveLength(12 * 8);
    const order = fc.shuffledSubarray(
      packets.map((_, index) => index),
      { minLength: 12 },
    );
    fc.assert(
      fc.property(order, fc.nat(11), (shuffled, again) => {
        expect(samplesOf([...shuffled, again])).toEqual(inOrder);
      }),
      { numRuns: 50 },
    );
  });
});

describe('A capture with several calls', () => {
  test('lists each with its own streams, which belong to the last call that announced their address', () => {
    const frames = [
      ...buildCall(rtp(5), { callId: 'a' }),
      ...Array.from({ length: 60 }, () => buildFrame(Uint8Array.of(0))),
      ...buildCall(rtp(7, { ssrc: 2 }), { callId: 'b' }),
    ];
    const { calls } = analyze(buildPcapng(timeFrames(frames)));
    expect(
      calls.map(({ id, media }) => [id, media.streams.map(({ stream }) => stream.packets.length)]),
    ).toEqual([
      ['a', [5]],
      ['b', [7]],
    ]);
  });

  test('marks messages that were sent again', () => {
    const [invite = new Uint8Array(), ...others] = buildCall([]);
    const { messages } = callOf(pcap([invite, invite, ...others]));
    expect(messages.map(({ label, isRepeated }) => (isRepeated ? `${label} again` : label))).toEqual([
      'INVITE',
      'INVITE again',
      '200 OK',
      'ACK',
    ]);
  });

  test('shows RTP that belongs to none of them last', () => {
    const other = rtp(6).map((packet) => buildFrame(packet, { from: 7000, to: 7002 }));
    const { calls } = analyze(pcap([...buildCall(rtp(5)), ...other]));
    expect(calls.map(({ id }) => id)).toEqual(['call', undefined]);
    expect(calls[1]?.media).toMatchObject({
      verdict: { kind: 'no-messages' },
      streams: [{ agreement: { kind: 'unannounced' } }],
    });
  });

  test('may have only RTP', () => {
    const { warnings, calls } = analyze(pcap(rtp(6).map((packet) => buildFrame(packet))));
    expect(warnings).toEqual([{ kind: 'no-sip' }]);
    expect(calls).toMatchObject([{ id: undefined, media: { streams: [{ recording: { kind: 'wav' } }] } }]);
  });
});
