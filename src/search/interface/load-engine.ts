// The engine alone: bundlers keep every export of a module that is imported dynamically.
export { createSearch } from '../browser/index.ts';
