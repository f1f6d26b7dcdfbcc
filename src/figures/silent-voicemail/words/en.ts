import type { Reason } from '../model/index.ts';
import type { CountsWords, LossPlace, VoicemailWords } from '../words.ts';

const places: Record<LossPlace, string> = {
  access: 'on the caller’s side',
  carrier: 'inside the carrier',
  edge: 'on the server’s side',
  'private-address': 'on the way to a private address',
};

const reasons: Record<Reason, string> = {
  'no-rtp': 'no RTP packet arrived.',
  'auto-changed': 'ten packets from elsewhere moved the port.',
  'too-few-packets': 'fewer than ten packets came from elsewhere.',
  'only-comfort-noise': 'the address of comfort noise is not checked.',
  'adjust-off': 'auto-adjust, which writes it, is off.',
  'adjust-ice': 'auto-adjust does not run in a call with ICE.',
  'adjust-always': 'auto-adjust never finishes.',
  'other-payload': 'a payload type that was not negotiated is dropped before the check.',
  'log-level': 'level INFO omits it.',
};

const points: CountsWords['points'] = {
  caller: 'caller',
  'carrier-in': 'carrier, caller’s\u00a0side',
  'carrier-out': 'carrier, server’s\u00a0side',
  server: 'server',
};

const words: VoicemailWords = {
  title: 'The call that lost its voice',
  ladder: {
    label:
      'Ladder of a call: SIP messages and RTP packets between caller, carrier, FreeSWITCH and the WAV file',
    participants: { caller: 'caller', carrier: 'carrier, NAT', server: 'FreeSWITCH', recorder: 'WAV' },
    seconds: (value) => `${value} s`,
    logLine: 'log',
  },
  result: { log: 'Log', noLine: 'no “Correct ip/port confirmed.”', file: 'WAV', number, bytes: 'bytes' },
  listen: {
    play: 'Listen',
    stop: 'Stop',
    seconds: (seconds) => `${seconds} s`,
    silence: 'There is nothing to play: the file has 0.0 s of sound.',
    failed: 'The sound could not be loaded.',
  },
  note: (nat) =>
    `Time runs down the page; only the beginning and the end, where SIP messages pass, are stretched. Each dot is one RTP packet, and a row is 0.2 s. Hollow dots are packets lost there.${nat === 'on' ? ' In the run behind NAT, FreeSWITCH’s beep took 4\u{a0}s instead of 1\u{a0}s.' : ''}`,
  description: {
    notBegun: 'The call has not begun.',
    toServer: (sent, place) => {
      if (sent === 0) return 'The caller has sent no RTP packets.';
      const packets = count(sent, 'packet');
      if (place === undefined) return `The caller’s ${packets} reached FreeSWITCH.`;
      return `SIP passed, but the caller’s ${packets} ${sent === 1 ? 'was' : 'were'} lost ${places[place]}.`;
    },
    toCaller: (sent, first, other) => {
      if (first.count === sent)
        return `${sent === 1 ? 'The one sent back was' : `All ${sent} sent back were`} lost ${places[first.place]}.`;
      const rest = other && `, the rest ${places[other.place]}`;
      return `Of ${sent} sent back, the first ${first.count} were lost ${places[first.place]}${rest ?? ''}.`;
    },
    confirmed: 'The log has the line “Correct ip/port confirmed.”',
    notConfirmed: (reason) => `No “confirmed” line in the log: ${reasons[reason]}`,
    recorded: (packets, bytes) =>
      packets === 0
        ? `The WAV file is ${bytes} bytes: a bare header.`
        : `The WAV file is ${number(bytes)} bytes.`,
  },
  table: {
    headers: ['Time (s)', 'Direction', 'What', 'Outcome'],
    direction: (from, to) => `${from} → ${to}`,
    packets: (value) => `RTP × ${value}`,
    arrived: 'arrived',
    lost: (place) => `lost ${places[place]}`,
    ignored: {
      'comfort-noise': 'arrived; comfort noise is not recorded',
      'other-source': 'arrived; dropped, as it came from another address',
      'other-payload': 'arrived; dropped, as its type was not negotiated',
    },
  },
  panels: {
    log: {
      title: (level) => `Server log at level ${level}`,
      missing: (line) => `(no “${line}” line)`,
      thisLine: '←\u00a0this\u00a0line',
      found: (promised) =>
        `A packet came from the address that the SDP had promised (${promised}). One is enough.`,
      debugHidden: 'At level INFO, the log omits DEBUG messages.',
    },
    counts: {
      title: 'Packets counted at each point',
      point: 'Seen at',
      sip: 'SIP',
      toServer: 'RTP to server',
      toCaller: 'RTP to caller',
      points,
      evidence: { capture: '(capture)', lab: '(lab)', model: '(model)' },
      loss: {
        toServer: (before, after) => `× RTP to the server: ${before} → ${after} here`,
        toCaller: (before, after) => `× RTP to the caller: ${before} → ${after} here`,
      },
      modelOnly: 'This call was not run in the lab; all counts come from the model.',
      files: (files) =>
        `Captures: ${files.map(([point, file]) => `${file}.pcap (${points[point]})`).join(', ')}.`,
    },
    wav: {
      title: (length) => `The WAV file, ${number(length)} bytes`,
      length: (recorded) =>
        recorded === 0
          ? 'There is only the header of 44 bytes.'
          : `44 bytes of header + ${count(recorded, 'packet')} recorded × 320 bytes = ${number(44 + 320 * recorded)} bytes.`,
      loadFields: () => import('./fields/en.ts'),
      save: 'Save this WAV file',
      byteOrder: 'All numbers are little-endian.',
      tone: 'The sound data is the test tone that the caller sent in the captures, decoded from A-law.',
    },
  },
  controls: {
    preset: 'Call',
    presets: {
      ok: 'A good call',
      blocked: 'RTP blocked',
      nat: 'Caller behind NAT',
      'nat-few-packets': 'Behind NAT, nine packets only',
      'nat-not-adjusted': 'Behind NAT, auto-adjust off',
      'comfort-noise': 'Comfort noise only',
      'adjust-off': 'Auto-adjust off',
      ice: 'A call with ICE',
      'adjust-always': 'Adjusting forever',
      'other-payload': 'Payload type not negotiated',
      'log-level': 'Log level INFO',
    },
    more: 'More settings',
    labels: {
      block: 'Block RTP',
      direction: 'Direction',
      nat: 'Behind NAT',
      adjust: 'Auto-adjust',
      sends: 'Sends',
      packets: 'Message',
      log: 'Log level',
    },
    options: {
      block: {
        none: 'no block',
        access: 'caller side',
        carrier: 'carrier',
        edge: 'server side',
      },
      direction: { 'to-server': 'to server', 'to-caller': 'to caller', both: 'both' },
      adjust: { on: 'on', off: 'off', ice: 'ICE (WebRTC)', always: 'forever' },
      sends: {
        voice: 'voice',
        'comfort-noise': 'comfort noise',
        'other-payload': 'a type not negotiated',
      },
      log: { DEBUG: 'DEBUG', INFO: 'INFO' },
    },
    packets: (value) => count(value, 'packet'),
    progress: (at, all) => `${at} of ${count(all, 'packet')}`,
    blockHint: 'Press a lane of dots in the picture to block it; press it again to unblock it.',
  },
  ownCapture: {
    title: 'Open a capture of your own',
    failed: 'The reader of captures could not be loaded. Close this and open it again.',
    load: async () => (await import('../own-capture/words/en.ts')).default,
  },
};

/** Formats a number with thousands separators. */
function number(value: number): string {
  return value.toLocaleString('en');
}

/** Formats a count with its noun in the singular or plural. */
function count(value: number, one: string): string {
  return `${value} ${one}${value === 1 ? '' : 's'}`;
}

export default words;
