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

/** Root folder of the project. */
export const root = path.resolve(import.meta.dirname, '../../..');

/** Content of the fixture site, which has articles in every state and a base path. */
export const fixtureSite = path.join(root, 'src/testing/fixtures/site');

/** Creates a temporary folder. */
export function createFolder(name: string): string {
  return mkdtempSync(path.join(tmpdir(), `narani-${name}-`));
}

/** Writes files by their paths relative to a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Copies the content of the fixture site, for tests that change it. */
export function copyFixtureSite(name: string): string {
  const folder = createFolder(name);
  cpSync(fixtureSite, folder, { recursive: true });
  return folder;
}

/** Creates a content folder with settings only. */
export function createBareSite(): string {
  const folder = createFolder('bare');
  writeFiles(folder, {
    'site.yaml':
      'name: { ko: 빈, en: Bare }\ndescription: { ko: 빈, en: Bare }\nauthor: { name: A, url: "mailto:a@example.org" }\norigin: https://example.org\ntimezone: UTC\nlocales: [ko, en]\n',
  });
  return folder;
}

/**
 * Copies the project with some content, by default that of the fixture site, for tests that change its code and for measurements. The
 * copy has its own caches.
 */
export function copyProject(name: string, content = fixtureSite): string {
  const project = createFolder(name);
  for (const part of sources) cpSync(path.join(root, part), path.join(project, part), { recursive: true });
  cpSync(content, path.join(project, 'content'), { recursive: true });
  mkdirSync(path.join(project, 'node_modules'));
  for (const item of readdirSync(path.join(root, 'node_modules'))) {
    // Hidden folders are caches, except .bin.
    if (item.startsWith('.') && item !== '.bin') continue;
    symlinkSync(path.join(root, 'node_modules', item), path.join(project, 'node_modules', item));
  }
  return project;
}

/** Files and folders of the project that a build reads, besides content and packages. */
const sources = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** Replaces the sources and the content of a copy of the project by those of another copy. Keeps its caches and its output. */
export function copySources(from: string, to: string): void {
  for (const part of [...sources, 'content']) {
    rmSync(path.join(to, part), { recursive: true, force: true });
    cpSync(path.join(from, part), path.join(to, part), { recursive: true });
  }
}

/** Removes all caches of a copy of the project. */
export function removeCaches(project: string): void {
  // In a copy, hidden folders of `node_modules` are caches, except .bin.
  const caches = readdirSync(path.join(project, 'node_modules')).filter((item) => /^\.(?!bin$)/.test(item));
  for (const cache of [...caches.map((item) => `node_modules/${item}`), '.astro', '.cache'])
    rmSync(path.join(project, cache), { recursive: true, force: true });
}

/** Returns whether the file system is case-insensitive, as on macOS and Windows. */
export function isCaseInsensitive(folder: string): boolean {
  writeFiles(folder, { 'case-probe': '' });
  const isFound = existsSync(path.join(folder, 'CASE-PROBE'));
  rmSync(path.join(folder, 'case-probe'));
  return isFound;
}

/** Exit code and output of a command. */
export interface CommandResult {
  code: number | null;
  output: string;
}

/** Runs a command of the site, such as `build`, and waits until it exits. */
export async function runCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  directory = root,
): Promise<CommandResult> {
  return waitFor(startCommand(args, environment, directory));
}

/** Runs a shell script in which `npm run` calls the commands of a site directly, without npm, and waits until it exits. */
export async function runShell(
  script: string,
  environment: NodeJS.ProcessEnv,
  directory = root,
): Promise<CommandResult> {
  const npm = `npm() { name=$2; shift 2; [ "\${1-}" != -- ] || shift; ${quoteWord(process.execPath)} --import ${lifeline} src/cli/main.ts "$name" "$@"; }`;
  return waitFor(
    spawn('sh', ['-ec', `${npm}\n${script}`], { cwd: directory, env: childVariables(environment) }),
  );
}

/** Quotes a word for a shell. */
function quoteWord(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

async function waitFor(child: ChildProcess): Promise<CommandResult> {
  let output = '';
  child.stdout?.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (output += text.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, output: signal === null ? output : `${output}Ended by ${signal}\n` });
    });
  });
}

/** Starts a command of the site. It ends with this process at the latest. */
export function startCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  directory = root,
): ChildProcess {
  return spawn(process.execPath, ['--import', lifeline, 'src/cli/main.ts', ...args], {
    cwd: directory,
    env: childVariables(environment),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

function childVariables(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  // Compiling Astro and Vite takes a quarter of the CPU time of a small build.
  return { NODE_COMPILE_CACHE: compileCache, ...withoutTestVariables(process.env), ...environment };
}

/** Node's cache of compiled modules, keyed by their content, for all commands that tests run. */
const compileCache = path.join(root, '.cache/node');

const lifeline = pathToFileURL(path.join(import.meta.dirname, 'end-with-parent.ts')).href;

/** Builds a content folder. If the build fails, throws an error with its output. */
export async function buildSite(
  content: string,
  output: string,
  environment: NodeJS.ProcessEnv = {},
  directory = root,
): Promise<void> {
  const folders = { CONTENT_DIR: content, OUT_DIR: output };
  const result = await runCommand(['build'], { ...folders, ...environment }, directory);
  if (result.code !== 0) throw new Error(`Exit code ${result.code ?? 'unknown'}\n${result.output}`);
}

/** Computes the SHA-256 of all files in a folder, by their relative paths. */
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

/** Lists the relative paths of all files in a folder, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)))
    .sort();
}

/** Removes the variables of Vitest, with which Astro and Vite would act as if they ran in a test. */
function withoutTestVariables(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const isTestVariable = /^(?:VITEST|TEST$|MODE$|DEV$|PROD$|SSR$|BASE_URL$|NODE_ENV$)/;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !isTestVariable.test(name)));
}
