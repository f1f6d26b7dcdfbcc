import type { Reason } from '../model/index.ts';
import panels, { count, number } from '../panels/words/en.ts';
import type { Place, VoicemailWords } from '../words.ts';

const have = (value: number): string => (value === 1 ? 'has' : 'have');
const haveAll = (value: number): string => (value > 2 ? 'have all' : have(value));

const places: Record<Place, string> = {
  access: 'between caller and carrier',
  carrier: 'inside the carrier',
  edge: 'between carrier and FreeSWITCH',
  'private-address': 'on the way to a private address',
};

const reasons: Record<Reason, string> = {
  'no-rtp': 'not one RTP packet has arrived.',
  'auto-changed': 'the tenth packet from another address brought “Auto Changing port” instead.',
  'too-few-packets': 'fewer than ten packets came from another address, too few to settle on it.',
  'only-comfort-noise': 'all that came was comfort noise, for which addresses are not checked.',
  'adjust-off': 'auto-adjust, which writes it, is off.',
  'adjust-ice': 'a call with ICE does without auto-adjust.',
  'adjust-always': 'adjusting never ends, so nothing is ever reported as confirmed.',
  'other-payload':
    'packets of a payload type that was not negotiated are dropped before their address is checked.',
  'log-level': 'the address was confirmed, but at log level INFO a DEBUG line is not kept.',
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
  note: (nat) =>
    `Time runs down the page; only the beginning and the end, where SIP messages pass, are stretched. Each dot is one RTP packet, and a row of five is 0.1 s. Hollow dots are packets lost or dropped there.${nat === 'on' ? ' In the run behind NAT, FreeSWITCH’s beep took 4\u{a0}s instead of 1\u{a0}s.' : ''}`,
  description: {
    notBegun: 'The call has not begun.',
    toServer: ({ seconds, sip, sent, place }) => {
      const until = seconds === undefined ? 'By the end of the call' : `After ${seconds}\u{a0}s`;
      const messages = `${until}, ${count(sip, 'SIP message')} ${have(sip)} passed`;
      if (sent === 0) return `${messages}, and the caller has sent no RTP.`;
      const packets = `the caller’s ${count(sent, 'RTP packet')} ${haveAll(sent)}`;
      if (place === undefined) return `${messages}, and ${packets} reached FreeSWITCH.`;
      return `${messages}, but ${packets} been lost ${places[place]}.`;
    },
    toCaller: (sent, [first, other]) => {
      const packets = `${count(sent, 'packet')} from FreeSWITCH`;
      if (first === undefined) return `The ${packets} ${haveAll(sent)} reached the caller.`;
      if (first.count === sent) return `The ${packets} ${haveAll(sent)} been lost ${places[first.place]}.`;
      const others = other ? `been lost ${places[other.place]}` : 'reached the caller';
      const rest = sent - first.count;
      return `Of the ${packets}, the first ${first.count} ${have(first.count)} been lost ${places[first.place]}; since then, ${rest} ${have(rest)} ${others}.`;
    },
    confirmed: 'The log has the line “Correct ip/port confirmed.”',
    notConfirmed: (reason) => `The log lacks the line “Correct ip/port confirmed.”: ${reasons[reason]}`,
    recorded: (packets, bytes) =>
      packets === 0
        ? `The WAV file is ${bytes} bytes long: a bare header, with nothing recorded.`
        : `The WAV file is ${number(bytes)} bytes long, with ${count(packets, 'packet')} recorded.`,
  },
  table: {
    heads: ['Time (s)', 'Direction', 'What', 'Outcome'],
    way: (from, to) => `${from} → ${to}`,
    packets: (value) => `RTP × ${value}`,
    arrived: 'arrived',
    lost: (place) => `lost ${places[place]}`,
    ignored: {
      'comfort-noise': 'arrived; comfort noise is not recorded',
      'other-source': 'arrived; dropped, as it came from another address',
      'other-payload': 'arrived; dropped, as its type was not negotiated',
    },
  },
  panels,
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
      block: 'RTP blocked',
      direction: 'Direction',
      nat: 'Caller behind NAT',
      adjust: 'Auto-adjust',
      sends: 'Caller sends',
      packets: 'Message length',
      log: 'Log level',
    },
    options: {
      block: {
        none: 'nowhere',
        access: 'between caller and carrier',
        carrier: 'inside the carrier',
        edge: 'between carrier and FreeSWITCH',
      },
      direction: { 'to-server': 'to FreeSWITCH', 'to-caller': 'to the caller', both: 'both' },
      adjust: { on: 'on', off: 'off', ice: 'ICE (WebRTC)', always: 'forever' },
      sends: {
        voice: 'voice',
        'comfort-noise': 'comfort noise',
        'other-payload': 'a type not negotiated',
      },
      log: { DEBUG: 'DEBUG', INFO: 'INFO' },
    },
    packets: (value) => count(value, 'packet'),
    played: (at, all) => `${at} of ${count(all, 'packet')}`,
    blockHint: 'Press a lane of dots in the picture to block it, and again to open it.',
  },
};

export default words;
