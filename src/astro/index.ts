export { bundleProgram } from './bundle-program.ts';
export { loadRenderer, prepareProgram, type Program } from './program.ts';
