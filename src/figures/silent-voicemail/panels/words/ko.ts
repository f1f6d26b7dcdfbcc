import type { PanelWords } from '../words.ts';

const points: PanelWords['counts']['points'] = {
  caller: '발신자',
  'carrier-in': '통신사, 발신자\u00a0쪽',
  'carrier-out': '통신사, 서버\u00a0쪽',
  server: '서버',
};

const words: PanelWords = {
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
    evidence: { capture: '(캡처)', lab: '(실험망)', model: '(모형)' },
    culprit: {
      toServer: (before, behind) => `× 서버로 가는 RTP, 여기서 ${before} → ${behind}`,
      toCaller: (before, behind) => `× 발신자로 가는 RTP, 여기서 ${before} → ${behind}`,
    },
    modelOnly: '이 설정으로는 실험하지 않았다. 모두 모형이 센 수다.',
    files: (files) => `캡처: ${files.map(([point, file]) => `${points[point]} ${file}.pcap`).join(', ')}.`,
  },
  wav: {
    title: (length) => `WAV 파일, ${number(length)}바이트`,
    parts: 'WAV 파일의 필드',
    length: (recorded) =>
      recorded === 0
        ? '헤더 44바이트가 전부다.'
        : `헤더 44바이트 + 녹음된 패킷 ${recorded}개 × 320바이트 = ${number(44 + 320 * recorded)}바이트.`,
    sound: '소리',
    noSound: '비어 있음',
    names: {
      riff: '청크 식별자',
      'file-size': '파일 크기 − 8',
      wave: '형식 유형',
      'format-chunk': '하위 청크 식별자',
      'format-size': '형식 데이터의 크기',
      'format-code': '형식 코드',
      channels: '채널 수',
      'sample-rate': '초당 표본 수',
      'byte-rate': '초당 바이트 수',
      'block-align': '표본당 바이트 수(전 채널)',
      'bits-per-sample': '표본당 비트 수',
      'data-chunk': '하위 청크 식별자',
      'data-size': '소리 데이터의 크기',
      data: '소리 데이터',
    },
    meanings: {
      riff: '청크로 이루어진 RIFF 파일임을 알린다.',
      'file-size': '이 필드 뒤에 남은 바이트 수다. 헤더의 나머지 36바이트에 소리 데이터를 더한 값이다.',
      wave: 'RIFF 파일 가운데서도 소리를 담은 파일임을 알린다.',
      'format-chunk':
        '소리의 형식을 적은 청크가 시작된다. 식별자는 네 글자여야 해서 끝에 빈칸을 하나 넣었다.',
      'format-size': '이어지는 형식 데이터가 몇 바이트인지 알린다. PCM이면 16이다.',
      'format-code': '1은 PCM, 곧 표본을 압축하지 않고 그대로 적었다는 뜻이다.',
      channels: '1은 모노다. 전화 소리는 한 채널이다.',
      'sample-rate': '1초를 표본 몇 개로 나누어 적었는지 알린다. G.711과 같은 8,000개다.',
      'byte-rate': '초당 표본 수 × 표본당 바이트 수(전 채널). 1초를 녹음할 때마다 파일이 이만큼 커진다.',
      'block-align': '한 순간의 표본이 모든 채널을 합쳐 몇 바이트인지 알린다.',
      'bits-per-sample':
        '표본 하나를 적는 비트 수다. 패킷에서는 A-law 8비트이던 표본을 16비트로 풀어 적는다.',
      'data-chunk': '소리 데이터를 담은 청크가 시작된다.',
      'data-size': '이어지는 소리 데이터의 바이트 수다. 0이면 녹음된 것이 하나도 없다.',
      data: '표본마다 2바이트이고 낮은 바이트가 먼저 온다. 패킷 하나가 표본 160개, 곧 320바이트다.',
    },
    noSoundMeans: '비어 있다. 파일은 헤더에서 끝난다.',
    placed: (name, first, last) => `${name}, ${first}~${last}번 바이트`,
    grows: '소리가 쌓이면 커진다.',
    stays: '소리가 쌓여도 그대로다.',
    all: '필드별 설명',
    save: '이 WAV 파일 저장',
    byteOrder: '숫자는 모두 리틀 엔디언이다.',
    tone: '소리 데이터는 발신자의 메시지 대신 400Hz 음을 A-law로 보내 녹음한 것이다.',
  },
};

/** A number with its thousands set apart. */
export function number(value: number): string {
  return value.toLocaleString('ko');
}

export default words;
