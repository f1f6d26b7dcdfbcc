import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCaptureFile } from '../../../../testing/captures.ts';
import type { Endpoint } from '../capture/datagram.ts';
import { readCapture } from '../capture/read-capture.ts';
import {
  adjustModes,
  adjustThreshold,
  adjustWindow,
  beginAdjusting,
  receive,
  type AdjustMode,
  type Adjustment,
  type Received,
} from './auto-adjust.ts';

const promised: Endpoint = '10.9.1.2:6000';
const elsewhere: Endpoint = '10.9.2.1:23456';
const audio = { endpoint: promised, payloadTypes: [8] };

const confirmed = '[DEBUG] switch_rtp.c:5617 Correct ip/port confirmed.';
const changed = '[INFO] switch_rtp.c:5597 Auto Changing port from 10.9.1.2:6000 to 10.9.2.1:23456';

const senders: Readonly<Record<string, Received>> = {
  p: { from: promised, payloadType: 8 },
  e: { from: elsewhere, payloadType: 8 },
  t: { from: '192.0.2.7:4000', payloadType: 8 },
  n: { from: promised, payloadType: 13 },
  m: { from: elsewhere, payloadType: 13 },
  u: { from: promised, payloadType: 0 },
};

/** What FreeSWITCH makes of packets that are named by a letter each. */
function hear(letters: string, mode: AdjustMode = 'on'): Adjustment[] {
  const heard: Adjustment[] = [];
  let state = beginAdjusting(mode, audio);
  for (const letter of letters) {
    const packet = senders[letter];
    if (packet === undefined) continue;
    const adjustment = receive(state, packet);
    state = adjustment.state;
    heard.push(adjustment);
  }
  return heard;
}

/** The lines that come of it, with the number of the packet that each came at. */
function linesOf(heard: readonly Adjustment[]): [number, string][] {
  return heard.flatMap(({ line }, index): [number, string][] =>
    line === undefined ? [] : [[index + 1, line.text]],
  );
}

function verdictsOf(heard: readonly Adjustment[]): string {
  const letters = { accepted: 'A', 'comfort-noise': 'n', 'other-source': 's', 'other-payload': 'u' };
  return heard.map(({ verdict }) => letters[verdict]).join('');
}

describe('Auto-adjust of FreeSWITCH 1.4.7', () => {
  test.each<[string, string, [number, string][], string]>([
    ['nothing comes', '', [], ''],
    ['the first packet is from the promised address', 'p', [[1, confirmed]], 'A'],
    ['many are: it says so once', 'p'.repeat(50), [[1, confirmed]], 'A'.repeat(50)],
    ['nine come from elsewhere: it says nothing', 'e'.repeat(9), [], 'A'.repeat(9)],
    ['ten come from elsewhere', 'e'.repeat(10), [[10, changed]], 'A'.repeat(10)],
    ['they go on: those who are adjusted to are heard', 'e'.repeat(30), [[10, changed]], 'A'.repeat(30)],
    ['one of the promised comes between nine', `${'e'.repeat(9)}pe`, [[10, confirmed]], `${'A'.repeat(10)}s`],
    [
      'the promised comes after the change: it is dropped',
      `${'e'.repeat(10)}p`,
      [[10, changed]],
      `${'A'.repeat(10)}s`,
    ],
    ['others come after the confirmation: they are dropped', 'peee', [[1, confirmed]], 'Asss'],
    [
      'the tenth comes from a third: that one wins, whoever the nine were',
      `${'e'.repeat(9)}te`,
      [[10, '[INFO] switch_rtp.c:5597 Auto Changing port from 10.9.1.2:6000 to 192.0.2.7:4000']],
      `${'A'.repeat(10)}s`,
    ],
    ['only comfort noise comes, however much', 'n'.repeat(60), [], 'n'.repeat(60)],
    [
      'comfort noise comes from elsewhere: it does not count',
      `${'m'.repeat(30)}p`,
      [[31, confirmed]],
      `${'n'.repeat(30)}A`,
    ],
    ['comfort noise comes after the confirmation: it is no sound', 'pnm', [[1, confirmed]], 'Ans'],
    ['sound comes of a kind that was not agreed on', 'u'.repeat(60), [], 'u'.repeat(60)],
    ['such sound comes before the right one', `${'u'.repeat(30)}p`, [[31, confirmed]], `${'u'.repeat(30)}A`],
  ])('when %s', (_what, letters, lines, verdicts) => {
    const heard = hear(letters);
    expect(linesOf(heard)).toEqual(lines);
    expect(verdictsOf(heard)).toBe(verdicts);
  });

  test('keeps what SDP had said when it changes, and sends to where sound comes from', () => {
    expect(hear('e'.repeat(10)).at(-1)?.state).toEqual({
      mode: 'on',
      isAdjusting: false,
      tally: adjustThreshold,
      window: adjustWindow - 10,
      remote: elsewhere,
      reported: promised,
      payloadTypes: [8],
    });
  });

  test('counts its window down to nothing, also when it is done', () => {
    const windows = hear('p'.repeat(25)).map(({ state }) => state.window);
    expect(windows.slice(0, 3)).toEqual([19, 18, 17]);
    expect(windows.slice(18)).toEqual([1, 0, 0, 0, 0, 0, 0]);
  });

  test('fires in the captured call behind NAT at the tenth packet, frame 88, before the server turns in frame 89', () => {
    const media = readCapture(readCaptureFile('call-nat')).packets.filter(
      (packet) => packet.protocol === 'rtp',
    );
    let state = beginAdjusting('on', audio);
    const fired: [number, number, string][] = [];
    let received = 0;
    for (const { frame, from, to, rtp } of media) {
      if (to === '10.9.2.2:40000') {
        received += 1;
        const { state: after, line } = receive(state, { from, payloadType: rtp.payloadType });
        if (line !== undefined) fired.push([frame, received, line.text]);
        state = after;
      } else {
        expect([frame, to]).toEqual([frame, state.remote]);
      }
    }
    expect(fired).toEqual([[88, 10, changed]]);
    expect(media.find(({ to }) => to === elsewhere)?.frame).toBe(89);
  });

  test('in the captured good call says its line at the first packet, frame 56', () => {
    const media = readCapture(readCaptureFile('call-ok')).packets.filter(
      (packet) => packet.protocol === 'rtp',
    );
    const [first] = media.filter(({ to }) => to === '10.9.2.2:40000');
    const { line } = receive(beginAdjusting('on', audio), { from: first?.from ?? elsewhere, payloadType: 8 });
    expect([first?.frame, line?.text]).toEqual([56, confirmed]);
  });
});

describe('Auto-adjust set otherwise', () => {
  test('says nothing when it is off, and hears nobody but the promised', () => {
    expect(linesOf(hear('pep', 'off'))).toEqual([]);
    expect(verdictsOf(hear('peenu', 'off'))).toBe('Assnu');
  });

  test('says nothing in a call that ICE has looked after', () => {
    expect(linesOf(hear('p'.repeat(30), 'ice'))).toEqual([]);
    expect(verdictsOf(hear('p'.repeat(30), 'ice'))).toBe('A'.repeat(30));
  });

  test('never confirms when it is to adjust always, and follows the source again and again, as 1.4.26 says it', () => {
    expect(linesOf(hear('p'.repeat(40), 'always'))).toEqual([]);
    expect(linesOf(hear(`${'e'.repeat(10)}${'p'.repeat(10)}`, 'always'))).toEqual([
      [10, changed.replace('5597', '5867')],
      [20, '[INFO] switch_rtp.c:5867 Auto Changing port from 10.9.2.1:23456 to 10.9.1.2:6000'],
    ]);
    expect(hear(`${'e'.repeat(10)}${'p'.repeat(10)}`, 'always').at(-1)?.state).toMatchObject({
      remote: promised,
      reported: elsewhere,
    });
    expect(verdictsOf(hear('uep', 'always'))).toBe('AAA');
  });
});

describe('Whatever packets come, in whatever order', () => {
  const letters = fc.string({ unit: fc.constantFrom(...Object.keys(senders)), maxLength: 80 });

  test('at most one line is said, unless it is to adjust always', () => {
    fc.assert(
      fc.property(letters, fc.constantFrom(...adjustModes), (each, mode) => {
        const lines = linesOf(hear(each, mode));
        expect(lines.length).toBeLessThanOrEqual(
          mode === 'on' ? 1 : mode === 'always' ? each.length / 10 : 0,
        );
      }),
    );
  });

  test('it is done after ten packets that count: the window of twenty never closes on it', () => {
    fc.assert(
      fc.property(letters, (each) => {
        for (const { state, line } of hear(each)) {
          if (state.isAdjusting) expect(state.window).toBeGreaterThan(adjustWindow - adjustThreshold);
          if (!state.isAdjusting && line === undefined) expect(linesOf(hear(each))).toHaveLength(1);
        }
      }),
    );
  });
});
