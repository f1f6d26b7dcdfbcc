export { crashDiagnostic, TextLimit } from './crash.ts';
export { compareDiagnostics, errorsIn, type Diagnostic, type Place, type Severity } from './diagnostic.ts';
export { count, formatDiagnostic, formatGroupedReport, formatReport, toPrintable } from './format.ts';
export { findMergeConflicts } from './merge-conflict.ts';
export { placeAfter, placesIn } from './places.ts';
export { findNearest, suggest } from './suggestion.ts';
