export { count } from './count.ts';
export { compareDiagnostics, errorsIn, type Diagnostic, type Place, type Severity } from './diagnostic.ts';
export { formatDiagnostic, formatGroups, formatReport } from './format.ts';
export { findNearest, suggest } from './suggestion.ts';
