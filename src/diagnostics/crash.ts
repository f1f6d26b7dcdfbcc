import type { Diagnostic, Place } from './diagnostic.ts';

/** Thrown when a text exceeds a limit, without which processing it could take minutes or overflow the stack. */
export class TextLimit extends Error {
  override name = 'TextLimit';
  readonly place: Place;
  readonly fix: string;

  /** @param what the limit and what exceeds it, in words of the text */
  constructor(what: string, fix: string, place: Place = { line: 1, column: 1 }) {
    super(what);
    this.place = place;
    this.fix = fix;
  }
}

/**
 * Converts an exception while a file was processed to a diagnostic of that file, so that the others are still processed. Its place
 * is that of the error, if it has one.
 */
export function crashDiagnostic(error: unknown, file: string): Diagnostic {
  if (error instanceof TextLimit)
    return {
      file,
      line: error.place.line,
      column: error.place.column,
      rule: 'text/limit',
      severity: 'error',
      what: error.message,
      why: 'Processing such a text could take minutes, so it is not published, and its other mistakes are not reported.',
      fix: error.fix,
    };
  return {
    file,
    ...placeOf(error),
    rule: 'text/crash',
    severity: 'error',
    what: `Narani failed to process this file: ${reasonOf(error)}`,
    why: 'This is a bug in Narani. The file is not published, and its other mistakes are not reported.',
    fix: 'To find the passage that causes it, remove half of the file, run the command again, and continue with the half that fails. Reword the passage, and please report the bug with it.',
  };
}

/** Returns the place of an error of a parser, such as a `VFileMessage`, or the top of the file. */
function placeOf(error: unknown): Place {
  const { line, column } = error instanceof Error ? (error as Partial<Record<keyof Place, unknown>>) : {};
  return typeof line === 'number'
    ? { line, column: typeof column === 'number' ? column : 1 }
    : { line: 1, column: 1 };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Astro puts the message of an error after a line of its own.
  const message = error.message.trim().split('\n').at(-1) ?? '';
  return message.includes('call stack') ? 'it is nested too deeply' : message;
}
