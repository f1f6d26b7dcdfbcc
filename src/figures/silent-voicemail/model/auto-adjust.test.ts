import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCaptureFile } from '../../../testing/capture-files.ts';
import { parseCapture, type Endpoint } from '../../../capture/index.ts';
import {
  adjustModes,
  beginAdjusting,
  receivePacket,
  type AdjustMode,
  type Adjustment,
  type ReceivedPacket,
} from './auto-adjust.ts';

const promised: Endpoint = '10.9.1.2:6000';
const elsewhere: Endpoint = '10.9.2.1:23456';
const audio = { endpoint: promised, payloadTypes: [8] };

const confirmed = '[DEBUG] switch_rtp.c:5617 Correct ip/port confirmed.';
const changed = '[INFO] switch_rtp.c:5597 Auto Changing port from 10.9.1.2:6000 to 10.9.2.1:23456';

const senders: Readonly<Record<string, ReceivedPacket>> = {
  p: { from: promised, payloadType: 8 },
  e: { from: elsewhere, payloadType: 8 },
  t: { from: '192.0.2.7:4000', payloadType: 8 },
  n: { from: promised, payloadType: 13 },
  m: { from: elsewhere, payloadType: 13 },
  u: { from: promised, payloadType: 0 },
};

/** Receives a sequence of packets, each named by a letter. */
function receiveAll(letters: string, mode: AdjustMode = 'on'): Adjustment[] {
  const adjustments: Adjustment[] = [];
  let state = beginAdjusting(mode, audio);
  for (const letter of letters) {
    const packet = senders[letter];
    if (packet === undefined) continue;
    const adjustment = receivePacket(state, packet);
    state = adjustment.state;
    adjustments.push(adjustment);
  }
  return adjustments;
}

/** Lists the log lines with the number of the packet that caused each. */
function linesOf(adjustments: readonly Adjustment[]): [number, string][] {
  return adjustments.flatMap(({ line }, index): [number, string][] =>
    line === undefined ? [] : [[index + 1, line.text]],
  );
}

function verdictsOf(adjustments: readonly Adjustment[]): string {
  const letters = { accepted: 'A', 'comfort-noise': 'n', 'other-source': 's', 'other-payload': 'u' };
  return adjustments.map(({ verdict }) => letters[verdict]).join('');
}

describe('Auto-adjust of FreeSWITCH 1.4.7', () => {
  test.each<[string, string, [number, string][], string]>([
    ['nothing arrives', '', [], ''],
    ['the first packet is from the SDP’s address', 'p', [[1, confirmed]], 'A'],
    [
      'many packets are from the SDP’s address: it is confirmed once',
      'p'.repeat(50),
      [[1, confirmed]],
      'A'.repeat(50),
    ],
    ['nine packets are from another address: nothing is logged', 'e'.repeat(9), [], 'A'.repeat(9)],
    ['ten packets are from another address', 'e'.repeat(10), [[10, changed]], 'A'.repeat(10)],
    [
      'packets from the new address continue: they are accepted',
      'e'.repeat(30),
      [[10, changed]],
      'A'.repeat(30),
    ],
    [
      'a packet from the SDP’s address follows nine from another',
      `${'e'.repeat(9)}pe`,
      [[10, confirmed]],
      `${'A'.repeat(10)}s`,
    ],
    [
      'a packet from the SDP’s address follows the change: it is dropped',
      `${'e'.repeat(10)}p`,
      [[10, changed]],
      `${'A'.repeat(10)}s`,
    ],
    [
      'packets from another address follow the confirmation: they are dropped',
      'peee',
      [[1, confirmed]],
      'Asss',
    ],
    [
      'the tenth packet is from a third address: that one wins',
      `${'e'.repeat(9)}te`,
      [[10, '[INFO] switch_rtp.c:5597 Auto Changing port from 10.9.1.2:6000 to 192.0.2.7:4000']],
      `${'A'.repeat(10)}s`,
    ],
    ['only comfort noise arrives, however much', 'n'.repeat(60), [], 'n'.repeat(60)],
    [
      'comfort noise arrives from another address: it does not count',
      `${'m'.repeat(30)}p`,
      [[31, confirmed]],
      `${'n'.repeat(30)}A`,
    ],
    ['comfort noise follows the confirmation: it is not recorded', 'pnm', [[1, confirmed]], 'Ans'],
    ['the payload type was not negotiated', 'u'.repeat(60), [], 'u'.repeat(60)],
    [
      'packets of another payload type come before the negotiated one',
      `${'u'.repeat(30)}p`,
      [[31, confirmed]],
      `${'u'.repeat(30)}A`,
    ],
  ])('when %s', (_what, letters, lines, verdicts) => {
    const adjustments = receiveAll(letters);
    expect(linesOf(adjustments)).toEqual(lines);
    expect(verdictsOf(adjustments)).toBe(verdicts);
  });

  test('sends to the new address after the change, and keeps the SDP’s address', () => {
    expect(receiveAll('e'.repeat(10)).at(-1)?.state).toEqual({
      mode: 'on',
      isAdjusting: false,
      tally: 10,
      window: 10,
      remote: elsewhere,
      reported: promised,
      payloadTypes: [8],
    });
  });

  test('counts its window down to zero, even after it has finished', () => {
    const windows = receiveAll('p'.repeat(25)).map(({ state }) => state.window);
    expect(windows.slice(0, 3)).toEqual([19, 18, 17]);
    expect(windows.slice(18)).toEqual([1, 0, 0, 0, 0, 0, 0]);
  });

  test('changes the address in the captured call behind NAT at the tenth packet, frame 88; frame 89 goes to the new address', () => {
    const media = parseCapture(readCaptureFile('call-nat')).packets.filter(
      (packet) => packet.protocol === 'rtp',
    );
    let state = beginAdjusting('on', audio);
    const changes: [number, number, string][] = [];
    let received = 0;
    for (const { frame, from, to, rtp } of media) {
      if (to === '10.9.2.2:40000') {
        received += 1;
        const { state: after, line } = receivePacket(state, { from, payloadType: rtp.payloadType });
        if (line !== undefined) changes.push([frame, received, line.text]);
        state = after;
      } else {
        expect([frame, to]).toEqual([frame, state.remote]);
      }
    }
    expect(changes).toEqual([[88, 10, changed]]);
    expect(media.find(({ to }) => to === elsewhere)?.frame).toBe(89);
  });

  test('confirms the address in the captured good call at the first packet, frame 56', () => {
    const media = parseCapture(readCaptureFile('call-ok')).packets.filter(
      (packet) => packet.protocol === 'rtp',
    );
    const [first] = media.filter(({ to }) => to === '10.9.2.2:40000');
    const { line } = receivePacket(beginAdjusting('on', audio), {
      from: first?.from ?? elsewhere,
      payloadType: 8,
    });
    expect([first?.frame, line?.text]).toEqual([56, confirmed]);
  });
});

describe('Auto-adjust in other modes', () => {
  test('logs nothing if it is off, and accepts only the SDP’s address', () => {
    expect(linesOf(receiveAll('pep', 'off'))).toEqual([]);
    expect(verdictsOf(receiveAll('peenu', 'off'))).toBe('Assnu');
  });

  test('logs nothing in a call with ICE', () => {
    expect(linesOf(receiveAll('p'.repeat(30), 'ice'))).toEqual([]);
    expect(verdictsOf(receiveAll('p'.repeat(30), 'ice'))).toBe('A'.repeat(30));
  });

  test('never confirms in the mode “always”, and follows each change of the source like 1.4.26', () => {
    expect(linesOf(receiveAll('p'.repeat(40), 'always'))).toEqual([]);
    expect(linesOf(receiveAll(`${'e'.repeat(10)}${'p'.repeat(10)}`, 'always'))).toEqual([
      [10, changed.replace('5597', '5867')],
      [20, '[INFO] switch_rtp.c:5867 Auto Changing port from 10.9.2.1:23456 to 10.9.1.2:6000'],
    ]);
    expect(receiveAll(`${'e'.repeat(10)}${'p'.repeat(10)}`, 'always').at(-1)?.state).toMatchObject({
      remote: promised,
      reported: elsewhere,
    });
    expect(verdictsOf(receiveAll('uep', 'always'))).toBe('AAA');
  });
});

describe('For any sequence of packets', () => {
  const letters = fc.string({ unit: fc.constantFrom(...Object.keys(senders)), maxLength: 80 });

  test('at most one line is logged, except in the mode “always”', () => {
    fc.assert(
      fc.property(letters, fc.constantFrom(...adjustModes), (each, mode) => {
        const lines = linesOf(receiveAll(each, mode));
        expect(lines.length).toBeLessThanOrEqual(
          mode === 'on' ? 1 : mode === 'always' ? each.length / 10 : 0,
        );
      }),
    );
  });

  test('adjusting finishes within ten counted packets, before the window of twenty ends', () => {
    fc.assert(
      fc.property(letters, (each) => {
        for (const { state, line } of receiveAll(each)) {
          if (state.isAdjusting) expect(state.window).toBeGreaterThan(10);
          if (!state.isAdjusting && line === undefined) expect(linesOf(receiveAll(each))).toHaveLength(1);
        }
      }),
    );
  });
});
