import type { Reason } from '../model/index.ts';
import panels, { number } from '../panels/words/ko.ts';
import type { Place, VoicemailWords } from '../words.ts';

const all = (packets: string, count: number): string => (count === 1 ? `${packets}는` : `${packets}는 모두`);

const places: Record<Place, string> = {
  access: '발신자와 통신사 사이에서',
  carrier: '통신사 안에서',
  edge: '통신사와 FreeSWITCH 사이에서',
  'private-address': '사설 주소로 가다가',
};

const reasons: Record<Reason, string> = {
  'no-rtp': 'RTP 패킷이 하나도 오지 않았기',
  'auto-changed': '다른 주소에서 온 열 번째 패킷에서 “Auto Changing port” 줄이 대신 찍혔기',
  'too-few-packets': '다른 주소에서 온 패킷이 열 개에 못 미쳤기',
  'only-comfort-noise': '컴포트 노이즈만 와서 주소를 확인하지 않았기',
  'adjust-off': '자동 조정이 꺼져 있기',
  'adjust-ice': 'ICE를 쓰는 통화에는 자동 조정이 적용되지 않기',
  'adjust-always': '조정이 끝나지 않아 확인되었다고 알리지 않기',
  'other-payload': '협상되지 않은 유형의 패킷은 주소를 확인하기 전에 버려지기',
  'log-level': '주소가 확인되었어도 로그 수준이 INFO라 DEBUG 메시지는 기록되지 않기',
};

const words: VoicemailWords = {
  title: '목소리를 잃은 통화',
  ladder: {
    label: '통화 흐름도: 발신자에서 녹음까지 오간 SIP 메시지와 RTP 패킷',
    participants: { caller: '발신자', carrier: '통신사·NAT', server: 'FreeSWITCH', recorder: '녹음' },
    seconds: (value) => `${value}초`,
    logLine: '로그',
  },
  note: (nat) =>
    `시간은 아래로 흐르고, SIP 메시지가 오가는 앞뒤만 늘려 그렸다. 점 하나가 RTP 패킷 하나이고 한 줄의 다섯 개가 0.1초다. 빈 점은 거기서 사라지거나 버려진 패킷이다.${nat === 'on' ? ' NAT 실험에서는 FreeSWITCH가 보내는 신호음이 1초가 아니라 4초다.' : ''}`,
  description: {
    notBegun: '통화가 아직 시작되지 않았다.',
    toServer: ({ seconds, sip, sent, place }) => {
      const until = seconds === undefined ? '통화가 끝날 때까지' : `${seconds}초까지`;
      const messages = `${until} SIP 메시지 ${sip}개가`;
      if (sent === 0) return `${messages} 오갔고, 발신자가 보낸 RTP 패킷은 없다.`;
      const packets = all(`발신자의 RTP 패킷 ${sent}개`, sent);
      if (place === undefined) return `${messages} 오갔고, ${packets} FreeSWITCH에 닿았다.`;
      return `${messages} 오갔지만, ${packets} ${places[place]} 사라졌다.`;
    },
    toCaller: (sent, [first, other]) => {
      const packets = `FreeSWITCH가 보낸 패킷 ${sent}개`;
      if (first === undefined) return `${all(packets, sent)} 발신자에게 닿았다.`;
      if (first.count === sent) return `${all(packets, sent)} ${places[first.place]} 사라졌다.`;
      const others = other ? `${places[other.place]} 사라졌다` : '발신자에게 닿았다';
      return `${packets} 가운데 처음 ${first.count}개는 ${places[first.place]} 사라졌고, 나머지 ${sent - first.count}개는 ${others}.`;
    },
    confirmed: '로그에는 “Correct ip/port confirmed.” 줄이 있다.',
    notConfirmed: (reason) =>
      `로그에 “Correct ip/port confirmed.” 줄이 없는 것은 ${reasons[reason]} 때문이다.`,
    recorded: (packets, bytes) =>
      packets === 0
        ? `녹음된 패킷이 없어, WAV 파일은 헤더뿐인 ${bytes}바이트다.`
        : `패킷 ${packets}개가 녹음되어, WAV 파일은 ${number(bytes)}바이트다.`,
  },
  table: {
    heads: ['시각(초)', '방향', '내용', '결과'],
    way: (from, to) => `${from} → ${to}`,
    packets: (count) => `RTP ${count}개`,
    arrived: '도착',
    lost: (place) => `${places[place]} 사라짐`,
    ignored: {
      'comfort-noise': '컴포트 노이즈라 녹음되지 않음',
      'other-source': '다른 주소에서 와서 버려짐',
      'other-payload': '협상되지 않은 유형이라 버려짐',
    },
  },
  panels,
  controls: {
    preset: '통화',
    presets: {
      ok: '정상 통화',
      blocked: 'RTP가 막힌 통화',
      nat: 'NAT 뒤에서 건 통화',
      'nat-few-packets': 'NAT 뒤에서 패킷 9개만 보낸 통화',
      'nat-not-adjusted': 'NAT 뒤, 자동 조정을 끈 통화',
      'comfort-noise': '컴포트 노이즈뿐인 통화',
      'adjust-off': '자동 조정을 끈 통화',
      ice: 'ICE를 쓰는 통화',
      'adjust-always': '조정이 끝나지 않는 통화',
      'other-payload': '페이로드 유형이 어긋난 통화',
      'log-level': '로그 수준이 INFO인 통화',
    },
    more: '그 밖의 설정',
    labels: {
      block: 'RTP를 막는 곳',
      direction: '막는 방향',
      nat: 'NAT 뒤의 발신자',
      adjust: '자동 조정',
      sends: '발신자의 소리',
      packets: '발신자의 패킷',
      log: '로그 수준',
    },
    options: {
      block: {
        none: '없음',
        access: '발신자와 통신사 사이',
        carrier: '통신사 안',
        edge: '통신사와 FreeSWITCH 사이',
      },
      direction: { 'to-server': 'FreeSWITCH로', 'to-caller': '발신자로', both: '양방향' },
      adjust: { on: '켬', off: '끔', ice: 'ICE(WebRTC)', always: '끝없이' },
      sends: { voice: '목소리', 'comfort-noise': '컴포트 노이즈', 'other-payload': '협상되지 않은 유형' },
      log: { DEBUG: 'DEBUG', INFO: 'INFO' },
    },
    packets: (count) => `${count}개`,
    played: (at, all) => `패킷 ${all}개 중 ${at}개`,
    blockHint: '그림에서 점이 지나는 길을 누르면 막히고, 다시 누르면 열린다.',
  },
};

export default words;
