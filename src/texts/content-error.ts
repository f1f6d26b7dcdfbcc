import { formatReport, type Diagnostic } from '../diagnostics/index.ts';

/** Stops a build because of errors in the content. Its message is the report of all diagnostics. */
export class ContentError extends Error {
  override name = 'ContentError';

  constructor(diagnostics: readonly Diagnostic[]) {
    super(formatReport(diagnostics));
  }
}
