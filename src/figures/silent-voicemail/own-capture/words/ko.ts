import type { Problem, Warning } from '../analyze.ts';
import type { FileKind } from '../recognize-file.ts';
import type { Recording } from '../find-recording.ts';
import type { Verdict } from '../find-verdict.ts';
import type { Agreement } from '../report-media.ts';
import type { CaptureWords } from '../words.ts';

const fileKinds: Record<FileKind, string> = {
  gzip: '두 번 압축된 파일로 보인다.',
  zip: 'ZIP 파일로 보인다. 먼저 압축을 풀어야 한다.',
  snoop: 'snoop 캡처로 보인다. “editcap in.snoop out.pcap”으로 변환할 수 있다.',
  netmon: 'Microsoft Network Monitor 캡처로 보인다. “editcap in.cap out.pcap”으로 변환할 수 있다.',
  wav: 'WAV 파일로 보인다. 녹음 파일 자체일 수 있다.',
  'web-page': '웹 페이지로 보인다. 내려받기가 실패했을 수 있다.',
  text: '텍스트로 보인다. tcpdump가 출력한 글이 아니라 “tcpdump -w file.pcap”으로 저장한 파일이 필요하다.',
};

const encryptions = { srtp: 'SRTP', dtls: 'DTLS-SRTP', zrtp: 'ZRTP' } as const;

function explainProblem(problem: Problem): string {
  switch (problem.kind) {
    case 'empty':
      return '빈 파일이다. tcpdump는 버퍼가 차야 패킷을 파일에 쓴다. Ctrl+C로 끝낸 뒤에 복사하거나 -U 옵션으로 시작하면 된다.';
    case 'too-large':
      return `파일이 ${megabytes(problem.length)}로 너무 크다. 패킷을 모두 브라우저 메모리에 올려야 해서 50 MB까지만 읽는다. “tshark -r big.pcap -Y 'sip or rtp' -w small.pcap”이나 editcap -A, -B로 통화 하나만 남기면 된다.`;
    case 'unreadable':
      return '브라우저가 파일을 읽지 못했다. 고른 뒤에 옮기거나 바꾼 파일일 수 있으니 다시 골라 보자.';
    case 'damaged-gzip':
      return 'gzip으로 압축된 파일인데 깨졌거나 끝이 없다. 다시 복사하거나 “gzip -t”로 확인해 보자.';
    case 'not-a-capture': {
      const kind = problem.looksLike && fileKinds[problem.looksLike];
      return `pcap이나 pcapng 형식의 캡처가 아니다.${kind ? ` ${kind}` : ''}`;
    }
    case 'no-frames':
      return '캡처에 패킷이 없다. 헤더뿐이거나 첫 패킷 도중에 파일이 끝난다. tcpdump의 인터페이스와 필터가 맞았는지 확인해 보자.';
    case 'link-type':
      return `링크 유형 ${problem.linkType}인 프레임은 여기서 읽지 못한다. 이더넷 인터페이스에서, 또는 “tcpdump -i any”로 캡처하면 된다.`;
    case 'encrypted':
      return `읽을 수 있는 SIP 메시지는 없고 TLS나 DTLS 패킷이 ${number(problem.segments)}개 있다. SIP에 TLS를 썼다면 메시지가 암호화되어 있다. 시험할 때만 TLS 없이 걸거나, 암호를 풀어 주는 프록시 뒤에서 캡처하면 된다.`;
    case 'no-call': {
      const methods = [...problem.methods].map(([method, value]) => `${method} ${value}개`).join(', ');
      return `SIP는 있지만 통화가 없다(${methods}). 전화를 거는 동안 다시 캡처해 보자.`;
    }
    case 'not-sip':
      return `프레임 ${number(problem.frames)}개 가운데 SIP도 RTP도 없다.${problem.cut > 0 ? ` ${number(problem.cut)}개는 잘렸다. “tcpdump -s 0”이면 패킷 전체가 남는다.` : ''} 통화가 지나는 곳에서, 다른 포트만 남기는 필터 없이 캡처하면 된다.`;
  }
}

function explainWarning(warning: Warning): string {
  switch (warning.kind) {
    case 'no-sip':
      return 'SIP가 없다. 어느 주소를 알렸는지 알 수 없고, 순서 번호가 커지는 것만 보고 RTP로 판단했다. 다른 패킷이 섞였을 수 있다.';
    case 'file-cut':
      return `파일이 깨졌거나 도중에 끝난다. ${number(warning.frame)}번 프레임까지 읽었다.`;
    case 'fragments':
      return `나머지가 없는 IP 조각이 ${number(warning.count)}개 있다. 긴 INVITE가 빠졌을 수 있다.`;
    case 'cut-frames':
      return `프레임 ${number(warning.frames)}개 가운데 ${number(warning.count)}개가 잘렸다(snap length ${number(warning.snapLength)}). 패킷 수는 세지만 잘린 소리는 재생할 수 없다. “tcpdump -s 0”이면 패킷 전체가 남는다.`;
  }
}

function explainVerdict(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'failed':
      return `통화가 실패해서(${verdict.label}) 녹음할 것이 없다.`;
    case 'no-answer':
      return '캡처에 SDP의 제안이나 응답이 없어서 RTP가 어디로 가야 했는지 알 수 없다. 전화를 걸기 전에 캡처를 시작하면 된다.';
    case 'no-messages':
      return '캡처에 있는 어느 통화에도 속하지 않는 패킷이다.';
    case 'replayed': {
      const { answer, endpoint, received, recorded, recording, sent, offered } = verdict;
      if (received === 0) {
        const silent =
          offered === 'recvonly' || offered === 'inactive'
            ? ` 제안에 “${offered}”라고 적혀 있으니 발신자는 보낼 생각이 없었다.`
            : '';
        const none =
          sent === 0
            ? ' 캡처에 RTP가 하나도 없다. SIP만 남기는 필터를 썼거나 RTP가 다른 길로 지나갔을 수 있다.'
            : '';
        return `${answer.label}가 알린 ${endpoint} 주소로 간 RTP 패킷이 없다. 그곳의 녹음 파일은 44바이트가 된다.${silent}${none}`;
      }
      const went = `${answer.label}가 알린 ${endpoint} 주소로 RTP 패킷 ${number(received)}개가 갔다.`;
      if (recording.kind === 'wav')
        return `${went} 그곳에는 패킷 ${number(recorded)}개가 녹음되어 WAV 파일은 ${number(recording.length)}바이트가 된다.`;
      return `${went} ${explainRecording(recording)}`;
    }
  }
}

function explainAgreement(agreement: Agreement): string {
  switch (agreement.kind) {
    case 'agrees':
      return '양쪽 주소가 모두 알린 대로다.';
    case 'unannounced':
      return '캡처의 어느 SDP도 이 주소들을 알리지 않았다.';
    case 'other-source':
      return agreement.expected === undefined
        ? '보낸 주소를 알린 SDP가 없다.'
        : `${agreement.label}가 알린 ${agreement.expected} 주소에서 와야 했다. 사이에 NAT나 미디어 프록시가 있다.`;
    case 'other-target':
      return agreement.expected === undefined
        ? '받는 주소를 알린 SDP가 없다.'
        : `${agreement.label}가 알린 ${agreement.expected} 주소로 가야 했다. 보내는 쪽이 받은 패킷의 주소에 맞추었거나 사이에 프록시가 있다.`;
  }
}

function explainRecording(recording: Recording): string {
  switch (recording.kind) {
    case 'wav':
      return recording.length === 44
        ? '소리가 없어 WAV 파일은 44바이트다.'
        : `WAV 파일로는 ${number(recording.length)}바이트다.`;
    case 'encrypted':
      return `암호화되어 있다(${encryptions[recording.by]}). 패킷 수는 알아도 키 없이는 들을 수 없다.`;
    case 'codec':
      return `${recording.encoding} 코덱은 여기서 풀지 못한다. A-law와 µ-law(PCMA, PCMU)만 푼다. Wireshark는 더 많은 코덱을 재생한다.`;
    case 'cut':
      return `패킷 ${number(recording.packets)}개의 소리가 캡처할 때 잘려서 WAV 파일을 만들 수 없다.`;
  }
}

const words: CaptureWords = {
  intro:
    '내 통화도 같은 문제일까? tcpdump나 Wireshark로 저장한 캡처(.pcap, .pcapng, .gz)를 이 브라우저 안에서 읽는다. 어디로도 보내지 않는다.',
  choose: '캡처 고르기',
  drop: '또는 여기에 끌어다 놓기(50 MB까지)',
  reading: (file) => `${file} 읽는 중…`,
  summary: (file, frames, calls) => `${file}: 프레임 ${number(frames)}개, 통화 ${number(calls)}건.`,
  call: '통화',
  callName: ({ caller, callee, seconds, packets }) =>
    `${seconds}초: ${caller} → ${callee}, RTP 패킷 ${number(packets)}개`,
  noCall: (packets) => `통화가 없는 RTP, 패킷 ${number(packets)}개`,
  problem: explainProblem,
  warning: explainWarning,
  verdict: explainVerdict,
  log: '그 주소의 FreeSWITCH 1.4.7이 남겼을 로그',
  noLog: '(auto-adjust에 관한 줄이 없다)',
  ladder: {
    title: '통화 흐름도',
    seconds: (value) => `${value}초`,
    repeated: '다시',
    packets: (packets, encoding) => `RTP ${number(packets)}개 ${encoding}`,
    more: (rows) => `나머지 ${number(rows)}줄은 보이지 않음`,
  },
  legs: {
    title: '구간마다 센 패킷',
    headers: ['구간', 'SIP', 'RTP →', 'RTP ←'],
  },
  announced: {
    title: 'SDP에서 알린 주소',
    headers: ['메시지', '주소', '도착한 RTP', '코덱'],
    by: (label, host) => `${host}의 ${label}`,
    rejected: '거절됨',
    encrypted: '암호화',
  },
  streams: {
    title: 'RTP 스트림',
    sent: ({ encodings, packets, seconds, at }) =>
      `${encodings}, ${at}초부터 ${seconds}초 동안 패킷 ${number(packets)}개.`,
    faults: {
      lost: (packets) => `잃은 패킷 ${number(packets)}개.`,
      repeated: (packets) => `두 번 온 패킷 ${number(packets)}개.`,
      late: (packets) => `늦게 온 패킷 ${number(packets)}개.`,
    },
    guessed: '알린 SDP가 없어서 순서 번호로 RTP라고 판단했다.',
    agreement: explainAgreement,
    recording: explainRecording,
    save: 'WAV로 저장',
    play: '듣기',
    stop: '멈춤',
  },
};

function number(value: number): string {
  return value.toLocaleString('ko');
}

function megabytes(bytes: number): string {
  return `${number(Math.ceil(bytes / 1_000_000))} MB`;
}

export default words;
