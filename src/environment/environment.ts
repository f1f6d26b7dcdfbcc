import { statSync } from 'node:fs';
import path from 'node:path';
import { instantToCalendarDate, type CalendarDate } from '../locale/index.ts';
import type { Site } from '../model/index.ts';

/** An invalid environment variable; the message is for the person who set it. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** Absolute paths of the folders a command works on. */
export interface Folders {
  /** The site's content: `CONTENT_DIR`, or else `site`, the folder of a site of one's own, or else `content`. */
  content: string;
  /** The built site: `OUT_DIR`, or `dist` by default. */
  output: string;
}

/**
 * The folder of a site of one's own. Narani itself has no such folder, so a later version of it never conflicts with what is in there;
 * its own site stays in `content`.
 */
export const ownFolder = 'site';

function defaultContent(directory: string): string {
  const isOwn = statSync(path.join(directory, ownFolder), { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isOwn ? ownFolder : 'content';
}

/** Resolves the folders from environment variables, relative to the current directory. */
export function resolveFolders(environment: NodeJS.ProcessEnv, directory: string): Folders {
  return {
    content: path.resolve(directory, nonEmpty(environment.CONTENT_DIR) ?? defaultContent(directory)),
    output: path.resolve(directory, nonEmpty(environment.OUT_DIR) ?? 'dist'),
  };
}

/** Returns the current time: `SOURCE_DATE_EPOCH` if set (in seconds, https://reproducible-builds.org/specs/source-date-epoch/), or else the clock's. */
export function resolveNow(environment: NodeJS.ProcessEnv): Date {
  const epoch = nonEmpty(environment.SOURCE_DATE_EPOCH);
  if (epoch === undefined) return new Date();
  const now = new Date(Number(epoch) * 1000);
  if (!/^\d+$/.test(epoch) || Number.isNaN(now.getTime()))
    throw new SettingsError(`Unexpected SOURCE_DATE_EPOCH \`${epoch}\`, expected whole seconds since 1970`);
  return now;
}

/** Returns the calendar date at an instant in the site's time zone. */
export function todayAt(now: Date, { timezone }: Pick<Site, 'timezone'>): CalendarDate {
  return instantToCalendarDate(now, timezone);
}

/** Treats an empty variable as not set. */
function nonEmpty(variable: string | undefined): string | undefined {
  return variable === '' ? undefined : variable;
}
