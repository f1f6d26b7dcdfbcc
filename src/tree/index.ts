export { SKIP, visit } from './visit.ts';
