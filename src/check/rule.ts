import type { Diagnostic } from '../diagnostics/index.ts';
import type { Library } from '../library/index.ts';

/** Finds every mistake of one kind in a library. A rule returns diagnostics and prints nothing. */
export type Rule = (library: Library) => Diagnostic[];
