import { confirmedLine, logLevels } from './auto-adjust.ts';
import type { CallState, TimedLine } from './call-state.ts';
import type { Settings } from './settings.ts';

/** Reasons why the log may lack the line “Correct ip/port confirmed.” */
export const reasons = [
  'no-rtp',
  'auto-changed',
  'too-few-packets',
  'only-comfort-noise',
  'adjust-off',
  'adjust-ice',
  'adjust-always',
  'other-payload',
  'log-level',
] as const;

export type Reason = (typeof reasons)[number];

/** Lists the lines that a log at the configured level shows. */
export function findLog({ lines }: Pick<CallState, 'lines'>, { log }: Pick<Settings, 'log'>): TimedLine[] {
  return lines.filter(({ level }) => logLevels.indexOf(level) >= logLevels.indexOf(log));
}

/** Finds out why the log lacks the line “Correct ip/port confirmed.” so far. Returns `undefined` if it has the line. */
export function findReason(state: CallState, settings: Pick<Settings, 'log'>): Reason | undefined {
  const isConfirmation = ({ text }: TimedLine): boolean => text === confirmedLine;
  if (findLog(state, settings).some(isConfirmation)) return undefined;
  if (state.lines.some(isConfirmation)) return 'log-level';
  const { adjust, verdicts } = state;
  if (adjust.mode !== 'on') return `adjust-${adjust.mode}`;
  if (Object.values(verdicts).every((count) => count === 0)) return 'no-rtp';
  if (adjust.reported !== undefined) return 'auto-changed';
  if (adjust.tally > 0) return 'too-few-packets';
  return verdicts['comfort-noise'] > 0 ? 'only-comfort-noise' : 'other-payload';
}

/** Formats microseconds as seconds, by default with six decimals, as tcpdump prints them: `0.620142`. */
export function formatSeconds(us: number, digits = 6): string {
  return (us / 1_000_000).toFixed(digits);
}
