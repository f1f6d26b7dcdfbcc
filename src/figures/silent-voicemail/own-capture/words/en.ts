import type { Problem, Warning } from '../analyze.ts';
import type { FileKind } from '../recognize-file.ts';
import type { Recording } from '../find-recording.ts';
import type { Verdict } from '../find-verdict.ts';
import type { Agreement } from '../report-media.ts';
import type { CaptureWords } from '../words.ts';

const fileKinds: Record<FileKind, string> = {
  gzip: 'a file compressed twice',
  zip: 'a ZIP archive; unpack it first',
  snoop: 'a capture by snoop; convert it with “editcap in.snoop out.pcap”',
  netmon: 'a capture by Microsoft Network Monitor; convert it with “editcap in.cap out.pcap”',
  wav: 'a WAV file, perhaps the recording itself',
  'web-page': 'a web page; the download may have failed',
  text: 'text; save the capture itself with “tcpdump -w file.pcap”, not what tcpdump prints',
};

const encryptions = { srtp: 'SRTP', dtls: 'DTLS-SRTP', zrtp: 'ZRTP' } as const;

function explainProblem(problem: Problem): string {
  switch (problem.kind) {
    case 'empty':
      return 'The file is empty. tcpdump writes the first packets when its buffer is full: stop it with Ctrl+C before you copy the file, or start it with -U.';
    case 'too-large':
      return `The file has ${megabytes(problem.length)}, more than the 50 MB that fit in a browser’s memory with all their packets. Cut it to one call, for example with “tshark -r big.pcap -Y 'sip or rtp' -w small.pcap” or editcap -A and -B.`;
    case 'unreadable':
      return 'The browser cannot read the file. It may have been moved or changed since you chose it: choose it again.';
    case 'damaged-gzip':
      return 'The file is compressed by gzip and damaged or incomplete. Copy it again, or check it with “gzip -t”.';
    case 'not-a-capture': {
      const kind = problem.looksLike && fileKinds[problem.looksLike];
      return `The file is not a capture in the format pcap or pcapng${kind ? `. It looks like ${kind}` : ''}.`;
    }
    case 'no-frames':
      return 'The capture has no packet: only its header, or the file ends within the first packet. Check the interface and the filter of tcpdump.';
    case 'link-type':
      return `The frames have link type ${problem.linkType}, which is not decoded here. Capture on an Ethernet interface or with “tcpdump -i any”.`;
    case 'encrypted':
      return `No SIP can be read, but ${count(problem.segments, 'packet')} of TLS or DTLS. If the call used SIP over TLS, its messages are encrypted: turn TLS off for a test, or capture behind the proxy that decrypts it.`;
    case 'no-call': {
      const methods = [...problem.methods].map(([method, number]) => `${number} × ${method}`).join(', ');
      return `The capture has SIP, but no call: ${methods}. Capture again while a call is set up.`;
    }
    case 'not-sip':
      return `None of the ${count(problem.frames, 'frame')} is SIP or RTP.${problem.cut > 0 ? ` ${number(problem.cut)} of them are cut short; capture whole packets with “tcpdump -s 0”.` : ''} Capture where the call passes, and without a filter for other ports.`;
  }
}

function explainWarning(warning: Warning): string {
  switch (warning.kind) {
    case 'no-sip':
      return 'No SIP: what is announced is unknown, and RTP is recognized by growing sequence numbers only. Other traffic may be among it.';
    case 'file-cut':
      return `The file is damaged or incomplete: it was read up to frame ${number(warning.frame)}.`;
    case 'fragments':
      return `${count(warning.count, 'IP fragment')} without the rest of ${warning.count === 1 ? 'its packet' : 'their packets'}: a long INVITE may be missing.`;
    case 'cut-frames':
      return `Truncated: ${number(warning.count)} of ${count(warning.frames, 'frame')} are cut (snap length ${number(warning.snapLength)}). Packets are counted, but cut sound can’t be played. Capture whole packets with “tcpdump -s 0”.`;
  }
}

function explainVerdict(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'failed':
      return `The call failed with ${verdict.label}, so there is nothing to record.`;
    case 'no-answer':
      return 'The capture lacks the SDP offer or its answer, so it is unknown where RTP was to go. Start the capture before the call.';
    case 'no-messages':
      return 'These packets belong to no call in the capture.';
    case 'replayed': {
      const { answer, endpoint, received, recorded, recording, sent, offered } = verdict;
      if (received === 0) {
        const silent =
          offered === 'recvonly' || offered === 'inactive'
            ? ` The offer said “${offered}”: the caller was not going to send.`
            : '';
        const none =
          sent === 0
            ? ' The capture has no RTP at all: it may have a filter for SIP, or RTP takes another route.'
            : '';
        return `No RTP packet went to ${endpoint}, the address that the ${answer.label} announced: a recorder there would have written 44 bytes.${silent}${none}`;
      }
      const went = `${count(received, 'RTP packet')} went to ${endpoint}, the address that the ${answer.label} announced`;
      if (recording.kind === 'wav')
        return `${went}: a recorder there would have written ${count(recorded, 'packet')}, ${number(recording.length)} bytes.`;
      return `${went}. ${explainRecording(recording)}`;
    }
  }
}

function explainAgreement(agreement: Agreement): string {
  switch (agreement.kind) {
    case 'agrees':
      return 'Both addresses are the announced ones.';
    case 'unannounced':
      return 'No SDP in the capture announced either address.';
    case 'other-source':
      return agreement.expected === undefined
        ? 'No SDP announced its source.'
        : `It should come from ${agreement.expected}, which the ${agreement.label} announced: NAT or a media proxy is between.`;
    case 'other-target':
      return agreement.expected === undefined
        ? 'No SDP announced its destination.'
        : `It should go to ${agreement.expected}, which the ${agreement.label} announced: the sender has adjusted to what it received, or a proxy is between.`;
  }
}

function explainRecording(recording: Recording): string {
  switch (recording.kind) {
    case 'wav':
      return recording.length === 44
        ? 'It has no sound: a WAV file of 44 bytes.'
        : `As a WAV file: ${number(recording.length)} bytes.`;
    case 'encrypted':
      return `Encrypted (${encryptions[recording.by]}): packets can be counted, but not heard without the key.`;
    case 'codec':
      return `${recording.encoding} can’t be decoded here, only A-law and µ-law (PCMA, PCMU). Wireshark plays more codecs.`;
    case 'cut':
      return `Truncated: the sound of ${count(recording.packets, 'packet')} was cut by the snap length, so there is no WAV file.`;
  }
}

const words: CaptureWords = {
  intro:
    'Did the same happen to your call? A capture by tcpdump or Wireshark (.pcap, .pcapng, also .gz) is read in this browser and is not sent anywhere.',
  choose: 'Choose a capture',
  drop: 'or drop it here (up to 50 MB)',
  reading: (file) => `Reading ${file} …`,
  summary: (file, frames, calls) => `${file}: ${count(frames, 'frame')}, ${count(calls, 'call')}.`,
  call: 'Call',
  callName: ({ caller, callee, seconds, packets }) =>
    `${seconds} s: ${caller} → ${callee}, ${count(packets, 'RTP packet')}`,
  noCall: (packets) => `RTP without a call, ${count(packets, 'packet')}`,
  problem: explainProblem,
  warning: explainWarning,
  verdict: explainVerdict,
  log: 'What FreeSWITCH 1.4.7 would have logged at that address',
  noLog: '(no line about auto-adjust)',
  ladder: {
    title: 'Ladder of the call',
    seconds: (value) => `${value} s`,
    repeated: 'again',
    packets: (packets, encoding) => `RTP × ${number(packets)} ${encoding}`,
    more: (rows) => `${count(rows, 'more row')} not shown`,
  },
  legs: {
    title: 'Packets on each leg',
    headers: ['Between', 'SIP', 'RTP →', 'RTP ←'],
  },
  announced: {
    title: 'Announced in SDP',
    headers: ['Message', 'Address', 'RTP to it', 'Codecs'],
    by: (label, host) => `${label} of ${host}`,
    rejected: 'rejected',
    encrypted: 'encrypted',
  },
  streams: {
    title: 'RTP streams',
    sent: ({ encodings, packets, seconds, at }) =>
      `${encodings}, ${count(packets, 'packet')} in ${seconds} s, from ${at} s on.`,
    faults: {
      lost: (packets) => `Lost: ${number(packets)}.`,
      repeated: (packets) => `Sent twice: ${number(packets)}.`,
      late: (packets) => `Late: ${number(packets)}.`,
    },
    guessed: 'No SDP announced it: taken for RTP by its sequence numbers.',
    agreement: explainAgreement,
    recording: explainRecording,
    save: 'Save as WAV',
    play: 'Listen',
    stop: 'Stop',
  },
};

function number(value: number): string {
  return value.toLocaleString('en');
}

function megabytes(bytes: number): string {
  return `${number(Math.ceil(bytes / 1_000_000))} MB`;
}

/** Formats a count with its noun in the singular or plural. */
function count(value: number, one: string): string {
  return `${number(value)} ${one}${value === 1 ? '' : 's'}`;
}

export default words;
