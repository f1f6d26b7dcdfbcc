import type { Endpoint } from '../capture/datagram.ts';

/**
 * How auto-adjust is set.
 *
 * - `on`: as it is by default.
 * - `off`: `disable_rtp_auto_adjust=true`.
 * - `ice`: a WebRTC call; ICE has found where the caller is reached before the first packet of sound comes.
 * - `always`: the flag `ALWAYS_AUTO_ADJUST`, which 1.4.7 has not; here as in 1.4.26, which no longer confirms with it.
 */
export const adjustModes = ['on', 'off', 'ice', 'always'] as const;

export type AdjustMode = (typeof adjustModes)[number];

/** Packets from elsewhere that make FreeSWITCH 1.4.7 send there: `++autoadj_tally >= 10` (switch_rtp.c, line 5586). */
export const adjustThreshold = 10;

/** Packets after which it stops looking: `autoadj_window = 20` (switch_rtp.c, line 4114). */
export const adjustWindow = 20;

/** Payload type of comfort noise (RFC 3551). */
export const comfortNoise = 13;

/** What FreeSWITCH knows of where sound comes from. */
export interface AdjustState {
  mode: AdjustMode;
  isAdjusting: boolean;
  /** Packets that came from elsewhere while it was adjusting. */
  tally: number;
  /** Packets that it will still look at. */
  window: number;
  /** Where it sends to, and wants sound from. */
  remote: Endpoint;
  /** Where it sent before it changed: what SDP had said (`remote_media_ip_reported`, `remote_media_port_reported`). */
  reported: Endpoint | undefined;
  /** Payload types that were agreed on. */
  payloadTypes: readonly number[];
}

/** What of a received packet decides about it. */
export interface Received {
  from: Endpoint;
  payloadType: number;
}

/** What became of a received packet. */
export type Verdict = 'accepted' | 'comfort-noise' | 'other-source' | 'other-payload';

/** Levels of the lines that the mechanism logs, the finer one first. */
export const logLevels = ['DEBUG', 'INFO'] as const;

/** A line of FreeSWITCH's log, as it is printed behind the time. */
export interface LogLine {
  level: (typeof logLevels)[number];
  /** `[DEBUG] switch_rtp.c:5617 Correct ip/port confirmed.` */
  text: string;
}

/** What a received packet changes, what became of it, and what is said of it. */
export interface Adjustment {
  state: AdjustState;
  verdict: Verdict;
  line: LogLine | undefined;
}

/** The state when the SDP of both sides is known and no packet has come. */
export function beginAdjusting(
  mode: AdjustMode,
  { endpoint, payloadTypes }: { endpoint: Endpoint; payloadTypes: readonly number[] },
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

/** What FreeSWITCH 1.4.7 makes of one more RTP packet (`rtp_common_read`, switch_rtp.c, lines 5480–5627). */
export function receive(state: AdjustState, packet: Received): Adjustment {
  const isNoise = packet.payloadType === comfortNoise;
  // The flag to adjust always implies the one to take any packet.
  const isAgreed = state.payloadTypes.includes(packet.payloadType) || state.mode === 'always';
  if (!isNoise && !isAgreed) return { state, verdict: 'other-payload', line: undefined };
  if (state.isAdjusting && isNoise) return { state, verdict: 'comfort-noise', line: undefined };
  if (!state.isAdjusting && packet.from !== state.remote)
    return { state, verdict: 'other-source', line: undefined };
  const { state: after, line } = state.isAdjusting ? adjust(state, packet) : { state, line: undefined };
  return { state: countDown(after), verdict: isNoise ? 'comfort-noise' : 'accepted', line };
}

function adjust(state: AdjustState, { from }: Received): { state: AdjustState; line: LogLine | undefined } {
  if (from === state.remote) return confirm(state);
  const tally = state.tally + 1;
  if (tally < adjustThreshold) return { state: { ...state, tally }, line: undefined };
  return {
    state: { ...settle({ ...state, tally }), remote: from, reported: state.remote },
    line: { level: 'INFO', text: changedLine(state, from) },
  };
}

function confirm(state: AdjustState): { state: AdjustState; line: LogLine | undefined } {
  const line: LogLine | undefined =
    state.mode === 'always' ? undefined : { level: 'DEBUG', text: confirmedLine };
  return { state: settle(state), line };
}

/** Either it is done, or, if it is always to adjust, it counts anew. */
function settle(state: AdjustState): AdjustState {
  return state.mode === 'always'
    ? { ...state, tally: 0, window: adjustWindow }
    : { ...state, isAdjusting: false };
}

/**
 * The window closes without a line. While every packet looked at either confirms or adds to the tally, ten come before
 * twenty, and it has nothing left to close.
 */
function countDown(state: AdjustState): AdjustState {
  if (state.mode === 'always' || state.window === 0) return state;
  const window = state.window - 1;
  return { ...state, window, isAdjusting: state.isAdjusting && window > 0 };
}

/** The line that the failing calls lacked. */
export const confirmedLine = '[DEBUG] switch_rtp.c:5617 Correct ip/port confirmed.';

/** The line that stands in its place where sound comes from elsewhere: its call is in line 5597 of 1.4.7, and in 5867 of 1.4.26. */
function changedLine({ mode, remote }: AdjustState, from: Endpoint): string {
  const place = mode === 'always' ? 5867 : 5597;
  return `[INFO] switch_rtp.c:${place} Auto Changing port from ${remote} to ${from}`;
}
