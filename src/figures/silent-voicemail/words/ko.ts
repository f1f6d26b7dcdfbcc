import type { Reason } from '../model/index.ts';
import type { CountsWords, LossPlace, VoicemailWords } from '../words.ts';

const places: Record<LossPlace, string> = {
  access: '발신자 쪽에서',
  carrier: '통신사 안에서',
  edge: '서버 쪽에서',
  'private-address': '사설 주소로 가다가',
};

const reasons: Record<Reason, string> = {
  'no-rtp': 'RTP 패킷이 하나도 오지 않았기',
  'auto-changed': '다른 주소에서 온 열 번째 패킷에서 포트를 바꾸었기',
  'too-few-packets': '다른 주소에서 온 패킷이 열 개에 못 미쳤기',
  'only-comfort-noise': '컴포트 노이즈의 주소는 확인하지 않기',
  'adjust-off': '자동 조정이 꺼져 있기',
  'adjust-ice': 'ICE 통화에는 자동 조정이 적용되지 않기',
  'adjust-always': '조정이 끝나지 않기',
  'other-payload': '협상되지 않은 유형은 주소를 확인하기 전에 버려지기',
  'log-level': 'INFO 수준이라 기록하지 않기',
};

const points: CountsWords['points'] = {
  caller: '발신자',
  'carrier-in': '통신사, 발신자\u00a0쪽',
  'carrier-out': '통신사, 서버\u00a0쪽',
  server: '서버',
};

const words: VoicemailWords = {
  title: '목소리를 잃은 통화',
  ladder: {
    label: '통화 흐름도: 발신자에서 녹음까지 오간 SIP 메시지와 RTP 패킷',
    participants: { caller: '발신자', carrier: '통신사·NAT', server: 'FreeSWITCH', recorder: '녹음' },
    seconds: (value) => `${value}초`,
    logLine: '로그',
  },
  result: { log: '로그', noLine: '“Correct ip/port confirmed.” 없음', file: 'WAV', number, bytes: '바이트' },
  listen: {
    play: '듣기',
    stop: '멈춤',
    seconds: (seconds) => `${seconds}초`,
    silence: '들을 것이 없다. 소리가 0.0초다.',
    failed: '소리를 불러오지 못했다.',
  },
  note: (nat) =>
    `시간은 아래로 흐르고, SIP 메시지가 오가는 앞뒤만 늘려 그렸다. 점 하나가 RTP 패킷 하나, 한 줄이 0.2초다. 빈 점은 거기서 사라진 패킷이다.${nat === 'on' ? ' NAT 실험에서는 FreeSWITCH가 보내는 신호음이 1초가 아니라 4초다.' : ''}`,
  description: {
    notBegun: '통화가 아직 시작되지 않았다.',
    toServer: (sent, place) => {
      if (sent === 0) return '발신자가 보낸 RTP 패킷은 없다.';
      const packets = `발신자의 RTP 패킷 ${sent}개는`;
      if (place === undefined) return `${packets} FreeSWITCH에 닿았다.`;
      return `SIP는 오갔지만 ${packets} ${places[place]} 사라졌다.`;
    },
    toCaller: (sent, first, other) => {
      if (first.count === sent)
        return `되돌아간 ${sent}개는${sent === 1 ? '' : ' 모두'} ${places[first.place]} 사라졌다.`;
      const rest = other && `, 나머지는 ${places[other.place]}`;
      return `되돌아간 ${sent}개 가운데 처음 ${first.count}개는 ${places[first.place]}${rest ?? ''} 사라졌다.`;
    },
    confirmed: '로그에 “Correct ip/port confirmed.” 줄이 있다.',
    notConfirmed: (reason) => `로그에 “confirmed” 줄이 없는 것은 ${reasons[reason]} 때문이다.`,
    recorded: (packets, bytes) =>
      packets === 0 ? `WAV 파일은 헤더뿐인 ${bytes}바이트다.` : `WAV 파일은 ${number(bytes)}바이트다.`,
  },
  table: {
    headers: ['시각(초)', '방향', '내용', '결과'],
    direction: (from, to) => `${from} → ${to}`,
    packets: (count) => `RTP ${count}개`,
    arrived: '도착',
    lost: (place) => `${places[place]} 사라짐`,
    ignored: {
      'comfort-noise': '컴포트 노이즈라 녹음되지 않음',
      'other-source': '다른 주소에서 와서 버려짐',
      'other-payload': '협상되지 않은 유형이라 버려짐',
    },
  },
  panels: {
    log: {
      title: (level) => `서버 로그(${level} 수준)`,
      missing: (line) => `(“${line}” 줄이 없다)`,
      thisLine: '←\u00a0바로\u00a0이\u00a0줄',
      found: (promised) => `SDP에서 약속한 주소(${promised})에서 패킷이 왔다. 하나만 와도 이 줄이 찍힌다.`,
      debugHidden: '로그 수준이 INFO이므로 DEBUG 메시지는 기록되지 않는다.',
    },
    counts: {
      title: '지점마다 센 패킷',
      point: '관찰 지점',
      sip: 'SIP',
      toServer: 'RTP → 서버',
      toCaller: 'RTP → 발신자',
      points,
      evidence: { capture: '(캡처)', lab: '(실험망)', model: '(계산)' },
      loss: {
        toServer: (before, after) => `× 서버로 가는 RTP, 여기서 ${before} → ${after}`,
        toCaller: (before, after) => `× 발신자로 가는 RTP, 여기서 ${before} → ${after}`,
      },
      modelOnly: '이 설정으로는 실험하지 않았다. 모두 계산한 값이다.',
      files: (files) => `캡처: ${files.map(([point, file]) => `${points[point]} ${file}.pcap`).join(', ')}.`,
    },
    wav: {
      title: (length) => `WAV 파일, ${number(length)}바이트`,
      length: (recorded) =>
        recorded === 0
          ? '헤더 44바이트가 전부다.'
          : `헤더 44바이트 + 녹음된 패킷 ${recorded}개 × 320바이트 = ${number(44 + 320 * recorded)}바이트.`,
      loadFields: () => import('./fields/ko.ts'),
      save: '이 WAV 파일 저장',
      byteOrder: '숫자는 모두 리틀 엔디언이다.',
      tone: '소리 데이터는 캡처에서 발신자가 A-law로 보낸 시험 음을 푼 것이다.',
    },
  },
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
      'other-payload': '협상되지 않은 페이로드 유형을 쓴 통화',
      'log-level': '로그 수준이 INFO인 통화',
    },
    more: '그 밖의 설정',
    labels: {
      block: 'RTP를 막는 곳',
      direction: '막는 방향',
      nat: 'NAT 뒤',
      adjust: '자동 조정',
      sends: '보내는 소리',
      packets: '보낸 패킷',
      log: '로그 수준',
    },
    options: {
      block: { none: '막지 않음', access: '발신자 쪽', carrier: '통신사 안', edge: '서버 쪽' },
      direction: { 'to-server': '서버로', 'to-caller': '발신자로', both: '양방향' },
      adjust: { on: '켬', off: '끔', ice: 'ICE(WebRTC)', always: '끝없이' },
      sends: { voice: '목소리', 'comfort-noise': '컴포트 노이즈', 'other-payload': '협상되지 않은 유형' },
      log: { DEBUG: 'DEBUG', INFO: 'INFO' },
    },
    packets: (count) => `${count}개`,
    progress: (at, all) => `패킷 ${all}개 중 ${at}개`,
    blockHint: '그림에서 점의 길을 누르면 막히고, 다시 누르면 열린다.',
  },
  ownCapture: {
    title: '내 캡처 열어 보기',
    failed: '캡처를 읽는 코드를 불러오지 못했다. 접었다가 다시 열어 보자.',
    load: async () => (await import('../own-capture/words/ko.ts')).default,
  },
};

/** Formats a number with thousands separators. */
function number(value: number): string {
  return value.toLocaleString('ko');
}

export default words;
