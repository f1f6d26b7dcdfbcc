export { loadProgram, programFile, type PagefindProgram } from './program.ts';
export { writeIndex } from './write-index.ts';
