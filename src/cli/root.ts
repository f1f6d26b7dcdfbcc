import path from 'node:path';

/** Absolute path of the project’s root, independent of the working directory. */
export const root = path.resolve(import.meta.dirname, '../..');
