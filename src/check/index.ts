export { checkContent, checkLibrary } from './check.ts';
