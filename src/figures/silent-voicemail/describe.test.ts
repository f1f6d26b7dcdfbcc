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
          "adjust-always": "통화가 끝날 때까지 SIP 메시지 7개가 오갔고, 발신자의 RTP 패킷 250개는 모두 FreeSWITCH에 닿았다. FreeSWITCH가 보낸 패킷 50개는 모두 발신자에게 닿았다. 로그에 “Correct ip/port confirmed.” 줄이 없는 것은 조정이 끝나지 않아 주소를 확인했다고 기록하지 않기 때문이다. 패킷 250개가 녹음되어, WAV 파일은 80,044바이트다.",
          "adjust-off": "통화가 끝날 때까지 SIP 메시지 7개가 오갔고, 발신자의 RTP 패킷 250개는 모두 FreeSWITCH에 닿았다. FreeSWITCH가 보낸 패킷 50개는 모두 발신자에게 닿았다. 로그에 “Correct ip/port confirmed.” 줄이 없는 것은 자동 조정이 꺼져 있기 때문이다. 패킷 250개가 녹음되어, WAV 파일은 80,044바이트다.",
          "blocked": "통화가 끝날 때까지 SIP 메시지 7개가 오갔지만, 발신자의 RTP 패킷 250개는 모두 통신사 안에서 사라졌다. FreeSWITCH가 보낸 패킷 50개는 모두 발신자에게 닿았다. 로그에 “Correct ip/port confirmed.” 줄이 없는 것은 RTP 패킷이 하나도 오지 않았기 때문이다. 녹음된 패킷이 없어, WAV 파일은 헤더뿐인 44바이트다.",
          "comfort-noise": "통화가 끝날 때까지 SIP 메시지 7개가 오갔고, 발신자의 RTP 패킷 250개는 모두 FreeSWITCH에 닿았다. FreeSWITCH가 보낸 패킷 50개는 모두 발신자에게 닿았다. 로그에 “Correct ip/port confirmed.” 줄이 없는 것은 컴포트 노이즈만 와서 주소를 확인하지 않았기 때문이다. 녹음된 패킷이 없어, WAV 파일은 헤더뿐인 44바이트다.",
          "ice": "통화가 끝날 때까지 SIP 메시지 7개가 오갔고, 발신자의 RTP 패킷 250개는 모두 FreeSWITCH에 닿았다. FreeSWITCH가 보낸 패킷 50개는 모두 발신자에게 닿았다. 로그에 “Correct ip/port confirmed.” 줄이 없는 것은 ICE를 쓰는 통화에는 자동 조정이 적용되지 않기 때문이다. 패킷 250개가 녹음되어, WAV 파일은 80,044바이트다.",
          "log-level": "통화가 끝날 때까지 SIP 메시지 7개가 오갔고, 발신자의 RTP 패킷 250개는 모두 FreeSWITCH에 닿았다. FreeSWITCH가 보낸 패킷 50개는 모두 발신자에게 닿았다. 로그에 “Correct ip/port confirmed.” 줄이 없는 것은 주소가 확인되었어도 로그 수준이 INFO라 DEBUG 메시지는 기록되지 않기 때문이다. 패킷 250개가 녹음되어, WAV 파일은 80,044바이트다.",
          "nat": "통화가 끝날 때까지 SIP 메시지 7개가 오갔고, 발신자의 RTP 패킷 250개는 모두 FreeSWITCH에 닿았다. FreeSWITCH가 보낸 패킷 200개 가운데 처음 73개는 사설 주소로 가다가 사라졌고, 나머지 127개는 발신자에게 닿았다. 로그에 “Correct ip/port confirmed.” 줄이 없는 것은 다른 주소에서 온 열 번째 패킷에서 “Auto Changing port” 줄이 대신 찍혔기 때문이다. 패킷 250개가 녹음되어, WAV 파일은 80,044바이트다.",
          "nat-few-packets": "통화가 끝날 때까지 SIP 메시지 7개가 오갔고, 발신자의 RTP 패킷 9개는 모두 FreeSWITCH에 닿았다. FreeSWITCH가 보낸 패킷 200개는 모두 사설 주소로 가다가 사라졌다. 로그에 “Correct ip/port confirmed.” 줄이 없는 것은 다른 주소에서 온 패킷이 열 개에 못 미쳤기 때문이다. 패킷 9개가 녹음되어, WAV 파일은 2,924바이트다.",
          "nat-not-adjusted": "통화가 끝날 때까지 SIP 메시지 7개가 오갔고, 발신자의 RTP 패킷 250개는 모두 FreeSWITCH에 닿았다. FreeSWITCH가 보낸 패킷 200개는 모두 사설 주소로 가다가 사라졌다. 로그에 “Correct ip/port confirmed.” 줄이 없는 것은 자동 조정이 꺼져 있기 때문이다. 녹음된 패킷이 없어, WAV 파일은 헤더뿐인 44바이트다.",
          "ok": "통화가 끝날 때까지 SIP 메시지 7개가 오갔고, 발신자의 RTP 패킷 250개는 모두 FreeSWITCH에 닿았다. FreeSWITCH가 보낸 패킷 50개는 모두 발신자에게 닿았다. 로그에는 “Correct ip/port confirmed.” 줄이 있다. 패킷 250개가 녹음되어, WAV 파일은 80,044바이트다.",
          "other-payload": "통화가 끝날 때까지 SIP 메시지 7개가 오갔고, 발신자의 RTP 패킷 250개는 모두 FreeSWITCH에 닿았다. FreeSWITCH가 보낸 패킷 50개는 모두 발신자에게 닿았다. 로그에 “Correct ip/port confirmed.” 줄이 없는 것은 협상되지 않은 유형의 패킷은 주소를 확인하기 전에 버려지기 때문이다. 녹음된 패킷이 없어, WAV 파일은 헤더뿐인 44바이트다.",
        }
      `);
  });

  test('is written in English for every preset', () => {
    expect(Object.fromEntries(presetNames.map((name) => [name, describeIn('en', presets[name])])))
      .toMatchInlineSnapshot(`
        {
          "adjust-always": "By the end of the call, 7 SIP messages have passed, and the caller’s 250 RTP packets have all reached FreeSWITCH. The 50 packets from FreeSWITCH have all reached the caller. The log lacks the line “Correct ip/port confirmed.”: auto-adjust never finishes, so it never confirms an address. The WAV file is 80,044 bytes long, with 250 packets recorded.",
          "adjust-off": "By the end of the call, 7 SIP messages have passed, and the caller’s 250 RTP packets have all reached FreeSWITCH. The 50 packets from FreeSWITCH have all reached the caller. The log lacks the line “Correct ip/port confirmed.”: auto-adjust, which writes it, is off. The WAV file is 80,044 bytes long, with 250 packets recorded.",
          "blocked": "By the end of the call, 7 SIP messages have passed, but the caller’s 250 RTP packets have all been lost inside the carrier. The 50 packets from FreeSWITCH have all reached the caller. The log lacks the line “Correct ip/port confirmed.”: not one RTP packet has arrived. The WAV file is 44 bytes long: a bare header, with nothing recorded.",
          "comfort-noise": "By the end of the call, 7 SIP messages have passed, and the caller’s 250 RTP packets have all reached FreeSWITCH. The 50 packets from FreeSWITCH have all reached the caller. The log lacks the line “Correct ip/port confirmed.”: only comfort noise arrived, and its address is not checked. The WAV file is 44 bytes long: a bare header, with nothing recorded.",
          "ice": "By the end of the call, 7 SIP messages have passed, and the caller’s 250 RTP packets have all reached FreeSWITCH. The 50 packets from FreeSWITCH have all reached the caller. The log lacks the line “Correct ip/port confirmed.”: auto-adjust does not run in a call with ICE. The WAV file is 80,044 bytes long, with 250 packets recorded.",
          "log-level": "By the end of the call, 7 SIP messages have passed, and the caller’s 250 RTP packets have all reached FreeSWITCH. The 50 packets from FreeSWITCH have all reached the caller. The log lacks the line “Correct ip/port confirmed.”: the address was confirmed, but log level INFO omits DEBUG lines. The WAV file is 80,044 bytes long, with 250 packets recorded.",
          "nat": "By the end of the call, 7 SIP messages have passed, and the caller’s 250 RTP packets have all reached FreeSWITCH. Of the 200 packets from FreeSWITCH, the first 73 have been lost on the way to a private address; since then, 127 have reached the caller. The log lacks the line “Correct ip/port confirmed.”: the tenth packet from another address triggered “Auto Changing port” instead. The WAV file is 80,044 bytes long, with 250 packets recorded.",
          "nat-few-packets": "By the end of the call, 7 SIP messages have passed, and the caller’s 9 RTP packets have all reached FreeSWITCH. The 200 packets from FreeSWITCH have all been lost on the way to a private address. The log lacks the line “Correct ip/port confirmed.”: fewer than ten packets came from another address, too few to switch to it. The WAV file is 2,924 bytes long, with 9 packets recorded.",
          "nat-not-adjusted": "By the end of the call, 7 SIP messages have passed, and the caller’s 250 RTP packets have all reached FreeSWITCH. The 200 packets from FreeSWITCH have all been lost on the way to a private address. The log lacks the line “Correct ip/port confirmed.”: auto-adjust, which writes it, is off. The WAV file is 44 bytes long: a bare header, with nothing recorded.",
          "ok": "By the end of the call, 7 SIP messages have passed, and the caller’s 250 RTP packets have all reached FreeSWITCH. The 50 packets from FreeSWITCH have all reached the caller. The log has the line “Correct ip/port confirmed.” The WAV file is 80,044 bytes long, with 250 packets recorded.",
          "other-payload": "By the end of the call, 7 SIP messages have passed, and the caller’s 250 RTP packets have all reached FreeSWITCH. The 50 packets from FreeSWITCH have all reached the caller. The log lacks the line “Correct ip/port confirmed.”: packets of a payload type that was not negotiated are dropped before their address is checked. The WAV file is 44 bytes long: a bare header, with nothing recorded.",
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
        "0.00초까지 SIP 메시지 1개가 오갔고, 발신자가 보낸 RTP 패킷은 없다. 로그에 “Correct ip/port confirmed.” 줄이 없는 것은 RTP 패킷이 하나도 오지 않았기 때문이다. 녹음된 패킷이 없어, WAV 파일은 헤더뿐인 44바이트다.",
        "After 0.00 s, 1 SIP message has passed, and the caller has sent no RTP. The log lacks the line “Correct ip/port confirmed.”: not one RTP packet has arrived. The WAV file is 44 bytes long: a bare header, with nothing recorded.",
        "0.62초까지 SIP 메시지 5개가 오갔고, 발신자가 보낸 RTP 패킷은 없다. FreeSWITCH가 보낸 패킷 1개는 발신자에게 닿았다. 로그에 “Correct ip/port confirmed.” 줄이 없는 것은 RTP 패킷이 하나도 오지 않았기 때문이다. 녹음된 패킷이 없어, WAV 파일은 헤더뿐인 44바이트다.",
        "After 0.62 s, 5 SIP messages have passed, and the caller has sent no RTP. The 1 packet from FreeSWITCH has reached the caller. The log lacks the line “Correct ip/port confirmed.”: not one RTP packet has arrived. The WAV file is 44 bytes long: a bare header, with nothing recorded.",
        "1.94초까지 SIP 메시지 5개가 오갔고, 발신자의 RTP 패킷 3개는 모두 FreeSWITCH에 닿았다. FreeSWITCH가 보낸 패킷 67개는 모두 사설 주소로 가다가 사라졌다. 로그에 “Correct ip/port confirmed.” 줄이 없는 것은 다른 주소에서 온 패킷이 열 개에 못 미쳤기 때문이다. 패킷 3개가 녹음되어, WAV 파일은 1,004바이트다.",
        "After 1.94 s, 5 SIP messages have passed, and the caller’s 3 RTP packets have all reached FreeSWITCH. The 67 packets from FreeSWITCH have all been lost on the way to a private address. The log lacks the line “Correct ip/port confirmed.”: fewer than ten packets came from another address, too few to switch to it. The WAV file is 1,004 bytes long, with 3 packets recorded.",
        "통화가 끝날 때까지 SIP 메시지 7개가 오갔지만, 발신자의 RTP 패킷 250개는 모두 발신자와 통신사 사이에서 사라졌다. FreeSWITCH가 보낸 패킷 50개는 모두 발신자와 통신사 사이에서 사라졌다. 로그에 “Correct ip/port confirmed.” 줄이 없는 것은 RTP 패킷이 하나도 오지 않았기 때문이다. 녹음된 패킷이 없어, WAV 파일은 헤더뿐인 44바이트다.",
        "By the end of the call, 7 SIP messages have passed, but the caller’s 250 RTP packets have all been lost between caller and carrier. The 50 packets from FreeSWITCH have all been lost between caller and carrier. The log lacks the line “Correct ip/port confirmed.”: not one RTP packet has arrived. The WAV file is 44 bytes long: a bare header, with nothing recorded.",
        "0.62초까지 SIP 메시지 5개가 오갔고, 발신자가 보낸 RTP 패킷은 없다. FreeSWITCH가 보낸 패킷 1개는 통신사와 FreeSWITCH 사이에서 사라졌다. 로그에 “Correct ip/port confirmed.” 줄이 없는 것은 RTP 패킷이 하나도 오지 않았기 때문이다. 녹음된 패킷이 없어, WAV 파일은 헤더뿐인 44바이트다.",
        "After 0.62 s, 5 SIP messages have passed, and the caller has sent no RTP. The 1 packet from FreeSWITCH has been lost between carrier and FreeSWITCH. The log lacks the line “Correct ip/port confirmed.”: not one RTP packet has arrived. The WAV file is 44 bytes long: a bare header, with nothing recorded.",
        "통화가 끝날 때까지 SIP 메시지 7개가 오갔고, 발신자가 보낸 RTP 패킷은 없다. FreeSWITCH가 보낸 패킷 50개는 모두 발신자에게 닿았다. 로그에 “Correct ip/port confirmed.” 줄이 없는 것은 RTP 패킷이 하나도 오지 않았기 때문이다. 녹음된 패킷이 없어, WAV 파일은 헤더뿐인 44바이트다.",
        "By the end of the call, 7 SIP messages have passed, and the caller has sent no RTP. The 50 packets from FreeSWITCH have all reached the caller. The log lacks the line “Correct ip/port confirmed.”: not one RTP packet has arrived. The WAV file is 44 bytes long: a bare header, with nothing recorded.",
        "통화가 끝날 때까지 SIP 메시지 7개가 오갔지만, 발신자의 RTP 패킷 1개는 통신사와 FreeSWITCH 사이에서 사라졌다. FreeSWITCH가 보낸 패킷 50개는 모두 발신자에게 닿았다. 로그에 “Correct ip/port confirmed.” 줄이 없는 것은 RTP 패킷이 하나도 오지 않았기 때문이다. 녹음된 패킷이 없어, WAV 파일은 헤더뿐인 44바이트다.",
        "By the end of the call, 7 SIP messages have passed, but the caller’s 1 RTP packet has been lost between carrier and FreeSWITCH. The 50 packets from FreeSWITCH have all reached the caller. The log lacks the line “Correct ip/port confirmed.”: not one RTP packet has arrived. The WAV file is 44 bytes long: a bare header, with nothing recorded.",
      ]
    `);
  });

  test('distinguishes packets lost behind NAT from those blocked after FreeSWITCH has switched addresses', () => {
    const settings = { nat: 'on', block: 'access', direction: 'to-caller' } as const;
    expect(describeIn('ko', settings)).toContain(
      '패킷 200개 가운데 처음 73개는 사설 주소로 가다가 사라졌고, 나머지 127개는 발신자와 통신사 사이에서 사라졌다.',
    );
    expect(describeIn('en', settings)).toContain(
      'Of the 200 packets from FreeSWITCH, the first 73 have been lost on the way to a private address; since then, 127 have been lost between caller and carrier.',
    );
    expect(describeIn('en', { ...settings, block: 'edge' })).toContain(
      'The 200 packets from FreeSWITCH have all been lost between carrier and FreeSWITCH.',
    );
  });

  test.each(['ko', 'en'] as const)('explains every reason for the missing line, in %s', (locale) => {
    const found = presetNames.map((name) => {
      const scenario = createScenario({ ...defaultSettings, ...presets[name] }, capturedCalls);
      return [
        findReason(stateAt(scenario, Infinity), scenario.settings),
        /[^.]*“Correct ip.port confirmed\.”.*?[.다]\.?(?= |$)/.exec(describeIn(locale, presets[name]))?.[0],
      ] as const;
    });
    expect(new Set(found.map(([reason]) => reason))).toEqual(new Set([undefined, ...reasons]));
    // Two presets turn auto-adjust off, so they have the same sentence.
    expect(new Set(found.map(([, sentence]) => sentence)).size).toBe(presetNames.length - 1);
  });

  test.each(['ko', 'en'] as const)('has the model’s counts and file length, in %s', (locale) => {
    for (const name of presetNames) {
      const scenario = createScenario({ ...defaultSettings, ...presets[name] }, capturedCalls);
      const { counts, voicemail, beep } = stateAt(scenario, Infinity);
      const numbers = describeIn(locale, presets[name]).replaceAll(',', '').match(/\d+/g);
      expect(numbers).toEqual(
        expect.arrayContaining(
          [counts.server.sip, voicemail.sent, beep.sent, findWavLength(voicemail.recorded)].map(String),
        ),
      );
    }
  });
});
