import type { Problem, Warning } from './analyze.ts';
import type { Recording } from './find-recording.ts';
import type { Verdict } from './find-verdict.ts';
import type { Agreement } from './report-media.ts';

/** Interface strings of the panel for a reader's own capture, in one language. */
export interface CaptureWords {
  intro: string;
  choose: string;
  drop: string;
  reading: (file: string) => string;
  /** Names the file and counts its frames and calls, in one sentence; also announced. */
  summary: (file: string, frames: number, calls: number) => string;
  /** Label of the list of calls. */
  call: string;
  callName: (call: { caller: string; callee: string; seconds: string; packets: number }) => string;
  /** Name of the RTP that belongs to no call. */
  noCall: (packets: number) => string;
  problem: (problem: Problem) => string;
  warning: (warning: Warning) => string;
  verdict: (verdict: Verdict) => string;
  log: string;
  noLog: string;
  ladder: LadderWords;
  legs: {
    title: string;
    headers: readonly [between: string, sip: string, forward: string, backward: string];
  };
  announced: {
    title: string;
    headers: readonly [message: string, address: string, received: string, codecs: string];
    by: (label: string, host: string) => string;
    rejected: string;
    encrypted: string;
  };
  streams: StreamWords;
}

/** Strings of the ladder diagram. */
export interface LadderWords {
  title: string;
  seconds: (value: string) => string;
  repeated: string;
  packets: (count: number, encoding: string) => string;
  /** Rows and hosts that have no room in the picture. */
  more: (rows: number) => string;
}

/** Strings of the RTP streams. */
export interface StreamWords {
  title: string;
  /** Codecs, number of packets and time of a stream. */
  sent: (stream: { encodings: string; packets: number; seconds: string; at: string }) => string;
  /** Packets that are lost, repeated or late, if there are any. */
  faults: Record<'lost' | 'repeated' | 'late', (packets: number) => string>;
  guessed: string;
  agreement: (agreement: Agreement) => string;
  recording: (recording: Recording) => string;
  save: string;
  play: string;
  stop: string;
}
