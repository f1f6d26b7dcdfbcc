import { createHash } from 'node:crypto';

/** A script that stands in the page itself, and what its policy knows it by. */
export interface InlineScript {
  text: string;
  /** As `sha256-…` in base64. */
  hash: string;
}

/**
 * A function as a script that runs it before anything is painted. It is put in as text: it may use nothing from outside itself.
 *
 * @param given what it is called with, as JSON has it
 */
export function inlineScript<Given extends readonly unknown[]>(
  run: (...given: Given) => void,
  ...given: Given
): InlineScript {
  // How the build indents code is no part of it.
  const code = run.toString().replaceAll(/\n\s+/g, '\n');
  const text = `(${code})(${given.map((each) => JSON.stringify(each).replaceAll('<', '\\u003c')).join()})`;
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` };
}
