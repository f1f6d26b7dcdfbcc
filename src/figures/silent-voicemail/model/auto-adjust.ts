import type { AudioDescription, Endpoint } from '../../../capture/index.ts';

/**
 * Modes of RTP auto-adjust, FreeSWITCH's symmetric RTP: it sends to the address that packets come from, even if the SDP named another.
 *
 * - `on`: the default.
 * - `off`: `disable_rtp_auto_adjust=true`.
 * - `ice`: a WebRTC call, in which ICE has found the caller's address before the first RTP packet.
 * - `always`: the flag `ALWAYS_AUTO_ADJUST`. FreeSWITCH 1.4.7 lacks it; modeled after 1.4.26, which doesn't log a confirmation with it.
 */
export const adjustModes = ['on', 'off', 'ice', 'always'] as const;

export type AdjustMode = (typeof adjustModes)[number];

/** Number of packets from another address after which FreeSWITCH 1.4.7 sends to that address: `++autoadj_tally >= 10` (switch_rtp.c, line 5586). */
const adjustThreshold = 10;

/** Number of packets after which FreeSWITCH stops adjusting: `autoadj_window = 20` (switch_rtp.c, line 4114). */
const adjustWindow = 20;

/** Payload type of comfort noise (RFC 3551). */
export const comfortNoise = 13;

/** The state of auto-adjust in a call. */
export interface AdjustState {
  mode: AdjustMode;
  isAdjusting: boolean;
  /** Packets from another address so far. */
  tally: number;
  /** Packets left until adjusting stops. */
  window: number;
  /** The address that FreeSWITCH sends to and accepts packets from. */
  remote: Endpoint;
  /** The previous value of `remote`, set after a change: the address in the SDP (`remote_media_ip_reported`, `remote_media_port_reported`). */
  reported: Endpoint | undefined;
  /** The negotiated payload types. */
  payloadTypes: readonly number[];
}

/** The properties of a received RTP packet that decide whether it is recorded. */
export interface ReceivedPacket {
  from: Endpoint;
  payloadType: number;
}

/** FreeSWITCH's decision about a received packet: record it, or drop it for one of three reasons. */
export type Verdict = 'accepted' | 'comfort-noise' | 'other-source' | 'other-payload';

/** Levels of the log lines, from the most to the least verbose. */
export const logLevels = ['DEBUG', 'INFO'] as const;

/** A line of FreeSWITCH's log. */
export interface LogLine {
  level: (typeof logLevels)[number];
  /** The line after its timestamp: `[DEBUG] switch_rtp.c:5617 Correct ip/port confirmed.` */
  text: string;
}

/** The effect of a received packet. */
export interface Adjustment {
  state: AdjustState;
  verdict: Verdict;
  line: LogLine | undefined;
}

/** Returns the state after the SDP negotiation, before the first packet. */
export function beginAdjusting(
  mode: AdjustMode,
  { endpoint, payloadTypes }: Pick<AudioDescription, 'endpoint' | 'payloadTypes'>,
): AdjustState {
  const isAdjusting = mode === 'on' || mode === 'always';
  return {
    mode,
    isAdjusting,
    tally: 0,
    window: isAdjusting ? adjustWindow : 0,
    remote: endpoint,
    reported: undefined,
    payloadTypes,
  };
}

/** Receives one RTP packet as FreeSWITCH 1.4.7 does (`rtp_common_read`, switch_rtp.c, lines 5480–5627). */
export function receivePacket(state: AdjustState, packet: ReceivedPacket): Adjustment {
  const isNoise = packet.payloadType === comfortNoise;
  // ALWAYS_AUTO_ADJUST implies the flag that accepts every payload type.
  const isNegotiated = state.payloadTypes.includes(packet.payloadType) || state.mode === 'always';
  if (!isNoise && !isNegotiated) return { state, verdict: 'other-payload', line: undefined };
  if (state.isAdjusting && isNoise) return { state, verdict: 'comfort-noise', line: undefined };
  if (!state.isAdjusting && packet.from !== state.remote)
    return { state, verdict: 'other-source', line: undefined };
  const { state: after, line } = state.isAdjusting ? adjust(state, packet) : { state, line: undefined };
  return { state: decrementWindow(after), verdict: isNoise ? 'comfort-noise' : 'accepted', line };
}

function adjust(state: AdjustState, { from }: ReceivedPacket): Pick<Adjustment, 'state' | 'line'> {
  if (from === state.remote) return confirm(state);
  const tally = state.tally + 1;
  if (tally < adjustThreshold) return { state: { ...state, tally }, line: undefined };
  return {
    state: { ...finishAdjusting({ ...state, tally }), remote: from, reported: state.remote },
    line: { level: 'INFO', text: formatChange(state, from) },
  };
}

function confirm(state: AdjustState): Pick<Adjustment, 'state' | 'line'> {
  const line: LogLine | undefined =
    state.mode === 'always' ? undefined : { level: 'DEBUG', text: confirmedLine };
  return { state: finishAdjusting(state), line };
}

/** Stops adjusting or, in the mode `always`, starts over. */
function finishAdjusting(state: AdjustState): AdjustState {
  return state.mode === 'always'
    ? { ...state, tally: 0, window: adjustWindow }
    : { ...state, isAdjusting: false };
}

/**
 * Counts down the window of packets and stops adjusting at its end, without a log line. In this model that never happens: each
 * packet either confirms the address or adds to the tally, which reaches ten before the window of twenty packets is over.
 */
function decrementWindow(state: AdjustState): AdjustState {
  if (state.mode === 'always' || state.window === 0) return state;
  const window = state.window - 1;
  return { ...state, window, isAdjusting: state.isAdjusting && window > 0 };
}

/** The log line that the failing calls lacked. */
export const confirmedLine = '[DEBUG] switch_rtp.c:5617 Correct ip/port confirmed.';

/** Returns the line that is logged instead if packets come from another address: line 5597 of switch_rtp.c in 1.4.7, line 5867 in 1.4.26. */
function formatChange({ mode, remote }: AdjustState, from: Endpoint): string {
  const lineNumber = mode === 'always' ? 5867 : 5597;
  return `[INFO] switch_rtp.c:${lineNumber} Auto Changing port from ${remote} to ${from}`;
}
