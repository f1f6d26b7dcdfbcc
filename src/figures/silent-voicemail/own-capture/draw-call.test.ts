import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import {
  buildCall,
  buildPcap,
  buildRtp,
  readCaptureFile,
  timeFrames,
} from '../../../testing/capture-files.ts';
import { analyzeCapture, type CapturedCall, type Problem, type Warning } from './analyze.ts';
import { drawCall, drawStream } from './draw-call.ts';
import { fileKinds } from './recognize-file.ts';
import type { Recording } from './find-recording.ts';
import type { Agreement } from './report-media.ts';
import en from './words/en.ts';
import ko from './words/ko.ts';

function callOf(bytes: Uint8Array): CapturedCall {
  const analysis = analyzeCapture(bytes);
  const call = 'kind' in analysis ? undefined : analysis.calls[0];
  if (call === undefined) throw new Error('No call');
  return call;
}

function find(tree: Element, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (test(element)) found.push(element);
  });
  return found;
}

const textsOf = (elements: readonly ElementContent[]): string[] =>
  elements.map((element) => toString(element));

describe('The drawing of a call', () => {
  const call = callOf(readCaptureFile('call-nat'));
  const drawing = drawCall(call, en);

  test('has a ladder with a row per message and stream, in order of time', () => {
    expect(textsOf(find(drawing, ({ properties }) => properties.class === 'mono halo'))).toEqual([
      'INVITE',
      '100 Trying',
      '180 Ringing',
      '200 OK',
      'ACK',
      'RTP × 73 PCMA',
      'RTP × 250 PCMA',
      'RTP × 127 PCMA',
      'BYE',
      '200 OK',
    ]);
    expect(textsOf(find(drawing, ({ properties }) => properties.class === 'mono'))).toEqual([
      '10.9.1.2',
      '10.9.2.2',
      '10.9.2.1',
    ]);
  });

  test('has tables of the packets on each leg and of the announced addresses', () => {
    const rows = find(drawing, ({ tagName }) => tagName === 'tr').map(({ children }) =>
      textsOf(children).join(' | '),
    );
    expect(rows).toEqual([
      'Between | SIP | RTP → | RTP ←',
      '10.9.1.2 ↔ 10.9.2.2 | 7 | 0 | 73',
      '10.9.2.1 ↔ 10.9.2.2 | 0 | 250 | 127',
      'Message | Address | RTP to it | Codecs',
      'INVITE of 10.9.1.2 | 10.9.1.2:6000 | 73 | PCMA',
      '200 OK of 10.9.2.2 | 10.9.2.2:40000 | 250 | PCMA',
    ]);
  });

  test('describes each stream in sentences', () => {
    expect(call.media.streams.map((report) => toString(drawStream(report, call.atUs, en.streams)))).toEqual([
      '10.9.2.2:40000 → 10.9.1.2:6000PCMA, 73 packets in 1.44 s, from 0.62 s on. Both addresses are the announced ones. As a WAV file: 23,404 bytes.',
      '10.9.2.1:23456 → 10.9.2.2:40000PCMA, 250 packets in 4.96 s, from 1.91 s on. It should come from 10.9.1.2:6000, which the INVITE announced: NAT or a media proxy is between. As a WAV file: 80,044 bytes.',
      '10.9.2.2:40000 → 10.9.2.1:23456PCMA, 127 packets in 2.52 s, from 2.08 s on. It should go to 10.9.1.2:6000, which the INVITE announced: the sender has adjusted to what it received, or a proxy is between. As a WAV file: 40,684 bytes.',
    ]);
  });

  test('says how many packets of a stream are lost, sent twice and late', () => {
    const sequences = [1, 2, 4, 4, 8, 7];
    const damaged = callOf(buildPcap(timeFrames(buildCall(sequences.map((sequence) => buildRtp(sequence))))));
    const [report] = damaged.media.streams;
    expect(report && toString(drawStream(report, 0, en.streams))).toContain(
      'Lost: 3. Sent twice: 1. Late: 1.',
    );
  });

  test('does not grow without end: later rows are counted', () => {
    const [invite = new Uint8Array()] = buildCall([]);
    const many = drawCall(callOf(buildPcap(timeFrames(new Array<Uint8Array>(500).fill(invite)))), en);
    expect(find(many, ({ properties }) => properties.class === 'mono halo')).toHaveLength(60);
    expect(toString(many)).toContain('440 more rows not shown');
  });

  test('names the sides by their ports if both are on one host', () => {
    const frames = buildCall([buildRtp(1)]).map((frame) => {
      const local = Uint8Array.from(frame);
      local.set([127, 0, 0, 1, 127, 0, 0, 1], 26);
      return local;
    });
    // Different ports for SIP, too.
    for (const at of [0, 2]) frames[at]?.set([0x13, 0xd8], 34);
    frames[1]?.set([0x13, 0xd8], 36);
    const local = drawCall(callOf(buildPcap(timeFrames(frames))), en);
    expect(textsOf(find(local, ({ properties }) => properties.class === 'mono')).slice(0, 2)).toEqual([
      '127.0.0.1:5080',
      '127.0.0.1:5060',
    ]);
  });
});

describe.each([
  ['ko', ko],
  ['en', en],
] as const)('The sentences in %s', (_locale, words) => {
  test('say that nothing was recorded', () => {
    const { media } = callOf(readCaptureFile('call-no-rtp'));
    const sentence = words.verdict(media.verdict);
    expect(sentence).toContain('10.9.2.2:40000');
    expect(sentence).toContain('44');
    expect(sentence).toContain('200 OK');
  });

  test('add that the caller was not going to send, or that there is no RTP at all', () => {
    const silent = callOf(
      buildPcap(timeFrames(buildCall([], { offer: 'm=audio 6000 RTP/AVP 8\r\na=recvonly' }))),
    );
    const plain = callOf(buildPcap(timeFrames(buildCall([]))));
    const [long, short] = [words.verdict(silent.media.verdict), words.verdict(plain.media.verdict)];
    expect(long).toContain('recvonly');
    expect(long.length).toBeGreaterThan(short.length);
    expect(words.verdict(callOf(readCaptureFile('call-no-rtp')).media.verdict).length).toBeLessThan(
      short.length,
    );
  });

  test('name every problem, warning, agreement and recording', () => {
    const problems: Problem[] = [
      ...(['empty', 'unreadable', 'damaged-gzip', 'no-frames'] as const).map((kind) => ({ kind })),
      { kind: 'too-large', length: 60_000_000 },
      ...[...fileKinds, undefined].map((looksLike) => ({ kind: 'not-a-capture' as const, looksLike })),
      { kind: 'link-type', linkType: 105 },
      { kind: 'encrypted', segments: 2 },
      { kind: 'no-call', methods: new Map([['REGISTER', 4]]) },
      { kind: 'not-sip', frames: 1, cut: 0 },
      { kind: 'not-sip', frames: 10, cut: 3 },
    ];
    const warnings: Warning[] = [
      { kind: 'no-sip' },
      { kind: 'file-cut', frame: 7 },
      { kind: 'fragments', count: 1 },
      { kind: 'cut-frames', count: 3, frames: 9, snapLength: 96 },
    ];
    const told = { expected: '10.9.1.2:6000', label: 'INVITE' } as const;
    const untold = { expected: undefined, label: undefined };
    const agreements: Agreement[] = [
      { kind: 'agrees' },
      { kind: 'unannounced' },
      ...[told, untold].flatMap((each) => [
        { kind: 'other-source' as const, ...each },
        { kind: 'other-target' as const, ...each },
      ]),
    ];
    const recordings: Recording[] = [
      { kind: 'wav', length: 44 },
      { kind: 'wav', length: 364 },
      ...(['srtp', 'dtls', 'zrtp'] as const).map((by) => ({ kind: 'encrypted' as const, by })),
      { kind: 'codec', encoding: 'G722' },
      { kind: 'cut', packets: 3 },
    ];
    const sentences = [
      ...problems.map(words.problem),
      ...warnings.map(words.warning),
      ...agreements.map(words.streams.agreement),
      ...recordings.map(words.streams.recording),
    ];
    for (const sentence of sentences) expect(sentence).toMatch(/^(?!.*(?:undefined|NaN|\[object)).+[.)]$/);
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});
