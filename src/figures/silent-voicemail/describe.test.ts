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
import { stories } from './stories.ts';
import { loadWords } from './words.ts';

const words = { ko: (await loadWords('ko')).description, en: (await loadWords('en')).description };

function tell(locale: 'ko' | 'en', settings: Partial<Settings>, at = Infinity): string {
  return describeCall(createScenario({ ...defaultSettings, ...settings }, stories), at, words[locale]);
}

describe('A call in words', () => {
  test('is told in Korean, for every preset', () => {
    expect(Object.fromEntries(presetNames.map((name) => [name, tell('ko', presets[name])])))
      .toMatchInlineSnapshot(`
        {
          "adjust-always": "통화가 끝날 때까지 SIP 메시지 7개가 오갔고, 발신자의 RTP 패킷 250개는 모두 FreeSWITCH에 닿았다. FreeSWITCH가 보낸 패킷 50개는 모두 발신자에게 닿았다. 로그에 “Correct ip/port confirmed.” 줄이 없는 것은 조정이 끝나지 않아 확인되었다고 알리지 않기 때문이다. 패킷 250개가 녹음되어, WAV 파일은 80,044바이트다.",
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

  test('is told in English, for every preset', () => {
    expect(Object.fromEntries(presetNames.map((name) => [name, tell('en', presets[name])])))
      .toMatchInlineSnapshot(`
        {
          "adjust-always": "By the end of the call, 7 SIP messages have passed, and the caller’s 250 RTP packets have all reached FreeSWITCH. The 50 packets from FreeSWITCH have all reached the caller. The log lacks the line “Correct ip/port confirmed.”: adjusting never ends, so nothing is ever reported as confirmed. The WAV file is 80,044 bytes long, with 250 packets recorded.",
          "adjust-off": "By the end of the call, 7 SIP messages have passed, and the caller’s 250 RTP packets have all reached FreeSWITCH. The 50 packets from FreeSWITCH have all reached the caller. The log lacks the line “Correct ip/port confirmed.”: auto-adjust, which writes it, is off. The WAV file is 80,044 bytes long, with 250 packets recorded.",
          "blocked": "By the end of the call, 7 SIP messages have passed, but the caller’s 250 RTP packets have all been lost inside the carrier. The 50 packets from FreeSWITCH have all reached the caller. The log lacks the line “Correct ip/port confirmed.”: not one RTP packet has arrived. The WAV file is 44 bytes long: a bare header, with nothing recorded.",
          "comfort-noise": "By the end of the call, 7 SIP messages have passed, and the caller’s 250 RTP packets have all reached FreeSWITCH. The 50 packets from FreeSWITCH have all reached the caller. The log lacks the line “Correct ip/port confirmed.”: all that came was comfort noise, for which addresses are not checked. The WAV file is 44 bytes long: a bare header, with nothing recorded.",
          "ice": "By the end of the call, 7 SIP messages have passed, and the caller’s 250 RTP packets have all reached FreeSWITCH. The 50 packets from FreeSWITCH have all reached the caller. The log lacks the line “Correct ip/port confirmed.”: a call with ICE does without auto-adjust. The WAV file is 80,044 bytes long, with 250 packets recorded.",
          "log-level": "By the end of the call, 7 SIP messages have passed, and the caller’s 250 RTP packets have all reached FreeSWITCH. The 50 packets from FreeSWITCH have all reached the caller. The log lacks the line “Correct ip/port confirmed.”: the address was confirmed, but at log level INFO a DEBUG line is not kept. The WAV file is 80,044 bytes long, with 250 packets recorded.",
          "nat": "By the end of the call, 7 SIP messages have passed, and the caller’s 250 RTP packets have all reached FreeSWITCH. Of the 200 packets from FreeSWITCH, the first 73 have been lost on the way to a private address; since then, 127 have reached the caller. The log lacks the line “Correct ip/port confirmed.”: the tenth packet from another address brought “Auto Changing port” instead. The WAV file is 80,044 bytes long, with 250 packets recorded.",
          "nat-few-packets": "By the end of the call, 7 SIP messages have passed, and the caller’s 9 RTP packets have all reached FreeSWITCH. The 200 packets from FreeSWITCH have all been lost on the way to a private address. The log lacks the line “Correct ip/port confirmed.”: fewer than ten packets came from another address, too few to settle on it. The WAV file is 2,924 bytes long, with 9 packets recorded.",
          "nat-not-adjusted": "By the end of the call, 7 SIP messages have passed, and the caller’s 250 RTP packets have all reached FreeSWITCH. The 200 packets from FreeSWITCH have all been lost on the way to a private address. The log lacks the line “Correct ip/port confirmed.”: auto-adjust, which writes it, is off. The WAV file is 44 bytes long: a bare header, with nothing recorded.",
          "ok": "By the end of the call, 7 SIP messages have passed, and the caller’s 250 RTP packets have all reached FreeSWITCH. The 50 packets from FreeSWITCH have all reached the caller. The log has the line “Correct ip/port confirmed.” The WAV file is 80,044 bytes long, with 250 packets recorded.",
          "other-payload": "By the end of the call, 7 SIP messages have passed, and the caller’s 250 RTP packets have all reached FreeSWITCH. The 50 packets from FreeSWITCH have all reached the caller. The log lacks the line “Correct ip/port confirmed.”: packets of a payload type that was not negotiated are dropped before their address is checked. The WAV file is 44 bytes long: a bare header, with nothing recorded.",
        }
      `);
  });

  test('is told while it goes on, and where nothing gets anywhere', () => {
    const both = (settings: Partial<Settings>, at?: number) => [
      tell('ko', settings, at),
      tell('en', settings, at),
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
        "After 1.94 s, 5 SIP messages have passed, and the caller’s 3 RTP packets have all reached FreeSWITCH. The 67 packets from FreeSWITCH have all been lost on the way to a private address. The log lacks the line “Correct ip/port confirmed.”: fewer than ten packets came from another address, too few to settle on it. The WAV file is 1,004 bytes long, with 3 packets recorded.",
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

  test('tells apart what is lost behind NAT and what at a block, once FreeSWITCH knows better', () => {
    const settings = { nat: 'on', block: 'access', direction: 'to-caller' } as const;
    expect(tell('ko', settings)).toContain(
      '패킷 200개 가운데 처음 73개는 사설 주소로 가다가 사라졌고, 나머지 127개는 발신자와 통신사 사이에서 사라졌다.',
    );
    expect(tell('en', settings)).toContain(
      'Of the 200 packets from FreeSWITCH, the first 73 have been lost on the way to a private address; since then, 127 have been lost between caller and carrier.',
    );
    expect(tell('en', { ...settings, block: 'edge' })).toContain(
      'The 200 packets from FreeSWITCH have all been lost between carrier and FreeSWITCH.',
    );
  });

  test.each(['ko', 'en'] as const)('says for each reason why the line is missing, in %s', (locale) => {
    const found = presetNames.map((name) => {
      const scenario = createScenario({ ...defaultSettings, ...presets[name] }, stories);
      return [
        findReason(stateAt(scenario, Infinity), scenario.settings),
        /[^.]*“Correct ip.port confirmed\.”.*?[.다]\.?(?= |$)/.exec(tell(locale, presets[name]))?.[0],
      ] as const;
    });
    expect(new Set(found.map(([reason]) => reason))).toEqual(new Set([undefined, ...reasons]));
    // Two presets turn auto-adjust off, and are told alike.
    expect(new Set(found.map(([, sentence]) => sentence)).size).toBe(presetNames.length - 1);
  });

  test.each(['ko', 'en'] as const)(
    'has the counts and the length of the file that the model has, in %s',
    (locale) => {
      for (const name of presetNames) {
        const scenario = createScenario({ ...defaultSettings, ...presets[name] }, stories);
        const { counts, message, beep } = stateAt(scenario, Infinity);
        const numbers = tell(locale, presets[name]).replaceAll(',', '').match(/\d+/g);
        expect(numbers).toEqual(
          expect.arrayContaining(
            [counts.server.sip, message.sent, beep.sent, findWavLength(message.recorded)].map(String),
          ),
        );
      }
    },
  );
});
