import path from 'node:path';

/** Root of the project, wherever a command is run from. */
export const root = path.resolve(import.meta.dirname, '../..');
