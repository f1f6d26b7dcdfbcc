export { checkAddition, type Addition } from './check-addition.ts';
export { checkContent, checkLibrary } from './check.ts';
