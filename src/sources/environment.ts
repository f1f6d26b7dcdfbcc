import path from 'node:path';
import { instantToCalendarDate, type CalendarDate } from '../locale/index.ts';
import type { Site } from '../model/index.ts';

/** Something in the environment that its user can put right. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** Folders that a command works on, as absolute paths, from the environment or the defaults. */
export interface Folders {
  /** The site's content: `CONTENT_DIR`, else `content`. */
  content: string;
  /** Where the finished site goes: `OUT_DIR`, else `dist`. */
  output: string;
}

/** The folders that an environment and a current directory give. */
export function resolveFolders(environment: NodeJS.ProcessEnv, directory: string): Folders {
  return {
    content: path.resolve(directory, given(environment.CONTENT_DIR) ?? 'content'),
    output: path.resolve(directory, given(environment.OUT_DIR) ?? 'dist'),
  };
}

/** The instant that counts as now: `SOURCE_DATE_EPOCH` (seconds, https://reproducible-builds.org/specs/source-date-epoch/), else the clock's. */
export function resolveNow(environment: NodeJS.ProcessEnv): Date {
  const epoch = given(environment.SOURCE_DATE_EPOCH);
  if (epoch === undefined) return new Date();
  const now = new Date(Number(epoch) * 1000);
  if (!/^\d+$/.test(epoch) || Number.isNaN(now.getTime()))
    throw new SettingsError(`Unexpected SOURCE_DATE_EPOCH \`${epoch}\`, expected whole seconds since 1970`);
  return now;
}

/** The day it is at a site at an instant. */
export function todayAt(now: Date, { timezone }: Pick<Site, 'timezone'>): CalendarDate {
  return instantToCalendarDate(now, timezone);
}

/** A variable that is set to nothing counts as not set. */
function given(variable: string | undefined): string | undefined {
  return variable === '' ? undefined : variable;
}
