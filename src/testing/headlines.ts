import { formatDiagnostic, type Diagnostic } from '../diagnostics/index.ts';

/** The first line of each diagnostic: place, severity, what, rule. */
export function headlines(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map((diagnostic) => formatDiagnostic(diagnostic).split('\n')[0] ?? '');
}
