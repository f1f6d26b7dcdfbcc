import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explainFileError } from './file-error.ts';

function catchError(run: () => void): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}

test.each([
  ['/no-such-file', '/no-such-file: There is no such file or folder'],
  ['/', 'A folder is in the place of a file'],
  [`${import.meta.filename}/a`, `${import.meta.filename}/a: A file is in the place of a folder`],
])('The error of reading %s is explained', (file, what) => {
  const explained = explainFileError(catchError(() => readFileSync(file)))?.message.split('\n');
  expect(explained).toHaveLength(3);
  expect(explained?.[0]).toBe(what);
  expect(explained?.[1]).toMatch(/^ {2}why {2}/);
  expect(explained?.[2]).toMatch(/^ {2}fix {2}/);
});

test('An error that another one wraps is explained', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, copyfile'), {
    code: 'ENOSPC',
    syscall: 'copyfile',
    path: '/from',
    dest: '/to',
  });
  const wrapped = new Error('An unknown error occurred', { cause: full });
  expect(explainFileError(wrapped)?.message).toContain('/to: Cannot write: the disk is full');
});

test('Other errors are not explained', () => {
  expect(explainFileError(new TypeError('x is not a function'))).toBeUndefined();
  expect(explainFileError(Object.assign(new Error('E'), { code: 'ERR_MODULE_NOT_FOUND' }))).toBeUndefined();
});
