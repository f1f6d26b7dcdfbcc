import type { Diagnostic } from '../diagnostics/index.ts';
import type { Library } from '../library/index.ts';

/** Looks a whole library over for one kind of mistake, and prints nothing. */
export type Rule = (library: Library) => Diagnostic[];
