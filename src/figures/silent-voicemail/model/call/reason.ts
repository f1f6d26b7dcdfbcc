import { confirmedLine, logLevels } from './auto-adjust.ts';
import type { CallState, TimedLine } from './play.ts';
import type { Settings } from './settings.ts';

/** Why the log may lack the line “Correct ip/port confirmed.” */
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

/** The lines that a log of this level shows. */
export function findLog({ lines }: Pick<CallState, 'lines'>, { log }: Pick<Settings, 'log'>): TimedLine[] {
  return lines.filter(({ level }) => logLevels.indexOf(level) >= logLevels.indexOf(log));
}

/** Why the log of a call lacks the line so far, if it does. */
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
