import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Root of the project. */
export const root = path.resolve(import.meta.dirname, '../../..');

/** The small site that tests build: every state an article can be in, under a base path. */
export const fixtureSite = path.join(root, 'src/testing/fixtures/site');

/** A new folder for one test, gone with the machine's temporary files. */
export function createFolder(name: string): string {
  return mkdtempSync(path.join(tmpdir(), `narani-${name}-`));
}

/** Write files below a folder, their paths from there. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** A copy of the small site that a test may change. */
export function copyFixtureSite(name: string): string {
  const folder = createFolder(name);
  cpSync(fixtureSite, folder, { recursive: true });
  return folder;
}

/** A content folder that has settings and nothing else. */
export function createBareSite(): string {
  const folder = createFolder('bare');
  writeFiles(folder, {
    'site.yaml':
      'name: { ko: 빈, en: Bare }\ndescription: { ko: 빈, en: Bare }\nauthor: { name: A }\norigin: https://example.org\ntimezone: UTC\nlocales: [ko, en]\n',
  });
  return folder;
}

/** A copy of the project, with the small site as its content, whose code a test may change; it keeps caches of its own. */
export function copyProject(name: string): string {
  const project = createFolder(name);
  const parts = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
  for (const part of parts) cpSync(path.join(root, part), path.join(project, part), { recursive: true });
  cpSync(fixtureSite, path.join(project, 'content'), { recursive: true });
  mkdirSync(path.join(project, 'node_modules'));
  for (const item of readdirSync(path.join(root, 'node_modules'))) {
    // What begins with a dot, but for the programs, is a cache.
    if (item.startsWith('.') && item !== '.bin') continue;
    symlinkSync(path.join(root, 'node_modules', item), path.join(project, 'node_modules', item));
  }
  return project;
}

/** Whether a disk takes two names that differ in case alone for one, as those of macOS and Windows do. */
export function foldsCase(folder: string): boolean {
  writeFiles(folder, { 'case-probe': '' });
  const folds = existsSync(path.join(folder, 'CASE-PROBE'));
  rmSync(path.join(folder, 'case-probe'));
  return folds;
}

/** How a command ended and all it output. */
export interface CommandResult {
  code: number | null;
  output: string;
}

/** Run one of the site's own commands to its end, as `npm run` does. */
export async function runCommand(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  directory = root,
): Promise<CommandResult> {
  const child = startCommand(words, environment, directory);
  let output = '';
  child.stdout?.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (output += text.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, output });
    });
  });
}

/** Start one of the site's own commands; it ends with this process at the latest. */
export function startCommand(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  directory = root,
): ChildProcess {
  return spawn(process.execPath, ['--import', lifeline, 'src/cli/main.ts', ...words], {
    cwd: directory,
    env: { ...withoutRunner(process.env), ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

const lifeline = pathToFileURL(path.join(import.meta.dirname, 'end-with-parent.ts')).href;

/** Build a content folder; throws what the build output if it fails. */
export async function buildSite(
  content: string,
  output: string,
  environment: NodeJS.ProcessEnv = {},
  directory = root,
): Promise<void> {
  const folders = { CONTENT_DIR: content, OUT_DIR: output };
  const result = await runCommand(['build'], { ...folders, ...environment }, directory);
  if (result.code !== 0) throw new Error(result.output);
}

/** Every file below a folder by its path there: a digest of its bytes. */
export function digestFolder(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(path.join(folder, file)))
        .digest('hex'),
    ]),
  );
}

/** Paths of all files below a folder, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)))
    .sort();
}

/** An environment without what the test runner puts there, by which bundler and Astro would act as in a test of their own. */
function withoutRunner(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ofRunner = /^(?:VITEST|TEST$|MODE$|DEV$|PROD$|SSR$|BASE_URL$|NODE_ENV$)/;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !ofRunner.test(name)));
}
