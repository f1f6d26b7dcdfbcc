import { formatReport, type Diagnostic } from '../diagnostics/index.ts';

/** Thrown where a build must stop because of its content; the message is the whole report. */
export class ContentError extends Error {
  override name = 'ContentError';

  constructor(diagnostics: readonly Diagnostic[]) {
    super(formatReport(diagnostics));
  }
}
