export { contains } from './contains.ts';
export { SKIP, visit } from './visit.ts';
