import { describe, expect, test } from 'vitest';
import { describeCall } from './describe.ts';
import {
  createScenario,
  defaultSettings,
  findReason,
  findWavLength,
  presetNames,
  presets,
  reasons,
  stateAt,
  type Settings,
} from './model/index.ts';
import { capturedCalls } from './captured-calls.ts';
import { loadWords } from './words.ts';

const words = { ko: (await loadWords('ko')).description, en: (await loadWords('en')).description };

function describeIn(locale: 'ko' | 'en', settings: Partial<Settings>, at = Infinity): string {
  return describeCall(createScenario({ ...defaultSettings, ...settings }, capturedCalls), at, words[locale]);
}

describe('The description of a call', () => {
  test('is written in Korean for every preset', () => {
    expect(Object.fromEntries(presetNames.map((name) => [name, describeIn('ko', presets[name])])))
      .toMatchInlineSnapshot(`
        {
          "adjust-always": "발신자의 RTP 패킷 250개는 FreeSWITCH에 닿았다. 로그에 “confirmed” 줄이 없는 것은 조정이 끝나지 않기 때문이다. WAV 파일은 80,044바이트다.",
          "adjust-off": "발신자의 RTP 패킷 250개는 FreeSWITCH에 닿았다. 로그에 “confirmed” 줄이 없는 것은 자동 조정이 꺼져 있기 때문이다. WAV 파일은 80,044바이트다.",
          "blocked": "SIP는 오갔지만 발신자의 RTP 패킷 250개는 통신사 안에서 사라졌다. 로그에 “confirmed” 줄이 없는 것은 RTP 패킷이 하나도 오지 않았기 때문이다. WAV 파일은 헤더뿐인 44바이트다.",
          "comfort-noise": "발신자의 RTP 패킷 250개는 FreeSWITCH에 닿았다. 로그에 “confirmed” 줄이 없는 것은 컴포트 노이즈의 주소는 확인하지 않기 때문이다. WAV 파일은 헤더뿐인 44바이트다.",
          "ice": "발신자의 RTP 패킷 250개는 FreeSWITCH에 닿았다. 로그에 “confirmed” 줄이 없는 것은 ICE 통화에는 자동 조정이 적용되지 않기 때문이다. WAV 파일은 80,044바이트다.",
          "log-level": "발신자의 RTP 패킷 250개는 FreeSWITCH에 닿았다. 로그에 “confirmed” 줄이 없는 것은 INFO 수준이라 기록하지 않기 때문이다. WAV 파일은 80,044바이트다.",
          "nat": "발신자의 RTP 패킷 250개는 FreeSWITCH에 닿았다. 되돌아간 200개 가운데 처음 73개는 사설 주소로 가다가 사라졌다. 로그에 “confirmed” 줄이 없는 것은 다른 주소에서 온 열 번째 패킷에서 포트를 바꾸었기 때문이다. WAV 파일은 80,044바이트다.",
          "nat-few-packets": "발신자의 RTP 패킷 9개는 FreeSWITCH에 닿았다. 되돌아간 200개는 모두 사설 주소로 가다가 사라졌다. 로그에 “confirmed” 줄이 없는 것은 다른 주소에서 온 패킷이 열 개에 못 미쳤기 때문이다. WAV 파일은 2,924바이트다.",
          "nat-not-adjusted": "발신자의 RTP 패킷 250개는 FreeSWITCH에 닿았다. 되돌아간 200개는 모두 사설 주소로 가다가 사라졌다. 로그에 “confirmed” 줄이 없는 것은 자동 조정이 꺼져 있기 때문이다. WAV 파일은 헤더뿐인 44바이트다.",
          "ok": "발신자의 RTP 패킷 250개는 FreeSWITCH에 닿았다. 로그에 “Correct ip/port confirmed.” 줄이 있다. WAV 파일은 80,044바이트다.",
          "other-payload": "발신자의 RTP 패킷 250개는 FreeSWITCH에 닿았다. 로그에 “confirmed” 줄이 없는 것은 협상되지 않은 유형은 주소를 확인하기 전에 버려지기 때문이다. WAV 파일은 헤더뿐인 44바이트다.",
        }
      `);
  });

  test('is written in English for every preset', () => {
    expect(Object.fromEntries(presetNames.map((name) => [name, describeIn('en', presets[name])])))
      .toMatchInlineSnapshot(`
        {
          "adjust-always": "The caller’s 250 packets reached FreeSWITCH. No “confirmed” line in the log: auto-adjust never finishes. The WAV file is 80,044 bytes.",
          "adjust-off": "The caller’s 250 packets reached FreeSWITCH. No “confirmed” line in the log: auto-adjust, which writes it, is off. The WAV file is 80,044 bytes.",
          "blocked": "SIP passed, but the caller’s 250 packets were lost inside the carrier. No “confirmed” line in the log: no RTP packet arrived. The WAV file is 44 bytes: a bare header.",
          "comfort-noise": "The caller’s 250 packets reached FreeSWITCH. No “confirmed” line in the log: the address of comfort noise is not checked. The WAV file is 44 bytes: a bare header.",
          "ice": "The caller’s 250 packets reached FreeSWITCH. No “confirmed” line in the log: auto-adjust does not run in a call with ICE. The WAV file is 80,044 bytes.",
          "log-level": "The caller’s 250 packets reached FreeSWITCH. No “confirmed” line in the log: level INFO omits it. The WAV file is 80,044 bytes.",
          "nat": "The caller’s 250 packets reached FreeSWITCH. Of 200 sent back, the first 73 were lost on the way to a private address. No “confirmed” line in the log: ten packets from elsewhere moved the port. The WAV file is 80,044 bytes.",
          "nat-few-packets": "The caller’s 9 packets reached FreeSWITCH. All 200 sent back were lost on the way to a private address. No “confirmed” line in the log: fewer than ten packets came from elsewhere. The WAV file is 2,924 bytes.",
          "nat-not-adjusted": "The caller’s 250 packets reached FreeSWITCH. All 200 sent back were lost on the way to a private address. No “confirmed” line in the log: auto-adjust, which writes it, is off. The WAV file is 44 bytes: a bare header.",
          "ok": "The caller’s 250 packets reached FreeSWITCH. The log has the line “Correct ip/port confirmed.” The WAV file is 80,044 bytes.",
          "other-payload": "The caller’s 250 packets reached FreeSWITCH. No “confirmed” line in the log: a payload type that was not negotiated is dropped before the check. The WAV file is 44 bytes: a bare header.",
        }
      `);
  });

  test('covers a call in progress, and a call that loses everything', () => {
    const both = (settings: Partial<Settings>, at?: number) => [
      describeIn('ko', settings, at),
      describeIn('en', settings, at),
    ];
    expect([
      ...both({}, 0),
      ...both({}, 1),
      ...both({}, 6),
      ...both(presets.nat, 75),
      ...both({ block: 'access', direction: 'both' }),
      ...both({ block: 'edge', direction: 'to-caller' }, 6),
      ...both({ packets: 0 }),
      ...both({ packets: 1, block: 'edge' }),
    ]).toMatchInlineSnapshot(`
      [
        "통화가 아직 시작되지 않았다.",
        "The call has not begun.",
        "발신자가 보낸 RTP 패킷은 없다. 로그에 “confirmed” 줄이 없는 것은 RTP 패킷이 하나도 오지 않았기 때문이다. WAV 파일은 헤더뿐인 44바이트다.",
        "The caller has sent no RTP packets. No “confirmed” line in the log: no RTP packet arrived. The WAV file is 44 bytes: a bare header.",
        "발신자가 보낸 RTP 패킷은 없다. 로그에 “confirmed” 줄이 없는 것은 RTP 패킷이 하나도 오지 않았기 때문이다. WAV 파일은 헤더뿐인 44바이트다.",
        "The caller has sent no RTP packets. No “confirmed” line in the log: no RTP packet arrived. The WAV file is 44 bytes: a bare header.",
        "발신자의 RTP 패킷 3개는 FreeSWITCH에 닿았다. 되돌아간 67개는 모두 사설 주소로 가다가 사라졌다. 로그에 “confirmed” 줄이 없는 것은 다른 주소에서 온 패킷이 열 개에 못 미쳤기 때문이다. WAV 파일은 1,004바이트다.",
        "The caller’s 3 packets reached FreeSWITCH. All 67 sent back were lost on the way to a private address. No “confirmed” line in the log: fewer than ten packets came from elsewhere. The WAV file is 1,004 bytes.",
        "SIP는 오갔지만 발신자의 RTP 패킷 250개는 발신자 쪽에서 사라졌다. 되돌아간 50개는 모두 발신자 쪽에서 사라졌다. 로그에 “confirmed” 줄이 없는 것은 RTP 패킷이 하나도 오지 않았기 때문이다. WAV 파일은 헤더뿐인 44바이트다.",
        "SIP passed, but the caller’s 250 packets were lost on the caller’s side. All 50 sent back were lost on the caller’s side. No “confirmed” line in the log: no RTP packet arrived. The WAV file is 44 bytes: a bare header.",
        "발신자가 보낸 RTP 패킷은 없다. 되돌아간 1개는 서버 쪽에서 사라졌다. 로그에 “confirmed” 줄이 없는 것은 RTP 패킷이 하나도 오지 않았기 때문이다. WAV 파일은 헤더뿐인 44바이트다.",
        "The caller has sent no RTP packets. The one sent back was lost on the server’s side. No “confirmed” line in the log: no RTP packet arrived. The WAV file is 44 bytes: a bare header.",
        "발신자가 보낸 RTP 패킷은 없다. 로그에 “confirmed” 줄이 없는 것은 RTP 패킷이 하나도 오지 않았기 때문이다. WAV 파일은 헤더뿐인 44바이트다.",
        "The caller has sent no RTP packets. No “confirmed” line in the log: no RTP packet arrived. The WAV file is 44 bytes: a bare header.",
        "SIP는 오갔지만 발신자의 RTP 패킷 1개는 서버 쪽에서 사라졌다. 로그에 “confirmed” 줄이 없는 것은 RTP 패킷이 하나도 오지 않았기 때문이다. WAV 파일은 헤더뿐인 44바이트다.",
        "SIP passed, but the caller’s 1 packet was lost on the server’s side. No “confirmed” line in the log: no RTP packet arrived. The WAV file is 44 bytes: a bare header.",
      ]
    `);
  });

  test('distinguishes packets lost behind NAT from those blocked after FreeSWITCH has switched addresses', () => {
    const settings = { nat: 'on', block: 'access', direction: 'to-caller' } as const;
    expect(describeIn('ko', settings)).toContain(
      '되돌아간 200개 가운데 처음 73개는 사설 주소로 가다가, 나머지는 발신자 쪽에서 사라졌다.',
    );
    expect(describeIn('en', settings)).toContain(
      'Of 200 sent back, the first 73 were lost on the way to a private address, the rest on the caller’s side.',
    );
    expect(describeIn('en', { ...settings, block: 'edge' })).toContain(
      'All 200 sent back were lost on the server’s side.',
    );
  });

  test.each(['ko', 'en'] as const)('explains every reason for the missing line, in %s', (locale) => {
    const found = presetNames.map((name) => {
      const scenario = createScenario({ ...defaultSettings, ...presets[name] }, capturedCalls);
      return [
        findReason(stateAt(scenario, Infinity), scenario.settings),
        /(?:로그에|The log|No) .*confirmed.*?\.”?(?= WAV| The WAV)/.exec(
          describeIn(locale, presets[name]),
        )?.[0],
      ] as const;
    });
    expect(new Set(found.map(([reason]) => reason))).toEqual(new Set([undefined, ...reasons]));
    // Two presets turn auto-adjust off, so they have the same sentence.
    expect(new Set(found.map(([, sentence]) => sentence)).size).toBe(presetNames.length - 1);
  });

  test.each(['ko', 'en'] as const)('is short enough for a phone, in %s', (locale) => {
    // Five lines of 15 px in 350 px. A letter is 7.2 px wide on average, a syllable 13 px.
    const width = (text: string): number => {
      const syllables = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
      return 13 * syllables + 7.2 * (text.length - syllables);
    };
    for (const name of presetNames)
      for (const at of [0, 5, 60, 75, 88, 200, 457])
        expect(width(describeIn(locale, presets[name], at)), `${name} after ${at}`).toBeLessThan(5 * 340);
  });

  test.each(['ko', 'en'] as const)('has the model’s counts and file length, in %s', (locale) => {
    for (const name of presetNames) {
      const scenario = createScenario({ ...defaultSettings, ...presets[name] }, capturedCalls);
      const { counts, voicemail, beep } = stateAt(scenario, Infinity);
      const lost = beep.sent - counts.caller.toCaller;
      const numbers = describeIn(locale, presets[name]).replaceAll(',', '').match(/\d+/g);
      expect(numbers).toEqual(
        expect.arrayContaining(
          [voicemail.sent, ...(lost > 0 ? [beep.sent] : []), findWavLength(voicemail.recorded)].map(String),
        ),
      );
    }
  });
});
