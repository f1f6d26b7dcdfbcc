import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { join, posix, win32 } from 'node:path';
import { chromium } from '@playwright/test';

/** Facts about a machine that the choice of a browser depends on; tests pass made-up ones. */
export interface Machine {
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  isRoot: boolean;
  /** Path of Playwright's own Chromium, which may not be installed. */
  playwrightChrome: string;
  /** Path of Playwright's own headless shell, which may not be installed. */
  playwrightShell: string | undefined;
  exists: (path: string) => boolean;
  /** Runs a command in the terminal and returns whether it succeeded. */
  run: (command: string, args: readonly string[]) => boolean;
  print: (message: string) => void;
  /** Returns whether fontconfig knows a font for Korean. */
  hasKoreanFont: () => boolean;
}

/** Returns the path of a Chrome or Chromium: `CHROME_PATH`, else the system's, else Playwright's; `undefined` if there is none. */
export function findChrome(machine: Machine = thisMachine()): string | undefined {
  return namedChrome(machine) ?? systemChrome(machine) ?? playwrightChrome(machine);
}

/** Returns the path of a Chrome or Chromium, installing one if the machine has none. */
export function ensureChrome(machine: Machine = thisMachine()): string {
  return findChrome(machine) ?? install(machine, findChrome);
}

/**
 * Returns the path of the browser that tests run in: `CHROME_PATH`, else a headless shell, else any Chrome or Chromium.
 *
 * The headless shell is Chromium without the browser's own windows. A test takes less than half the CPU time in it.
 */
export function findTestBrowser(machine: Machine = thisMachine()): string | undefined {
  return namedChrome(machine) ?? findHeadlessShell(machine) ?? findChrome(machine);
}

/** Returns the path of the browser that tests run in, installing a headless shell where `apt-get` can, or any browser if there is none. */
export function ensureTestBrowser(machine: Machine = thisMachine()): string {
  const found = namedChrome(machine) ?? findHeadlessShell(machine);
  if (found !== undefined) return found;
  installWithApt(machine, 'chromium-headless-shell');
  return findTestBrowser(machine) ?? install(machine, findTestBrowser);
}

function findHeadlessShell(machine: Machine): string | undefined {
  const { platform, playwrightShell, exists } = machine;
  const system = platform === 'linux' ? '/usr/bin/chromium-headless-shell' : undefined;
  return [system, playwrightShell].find((path) => path !== undefined && exists(path));
}

/** Installs a browser with `apt-get` or Playwright, whichever first makes `find` succeed. */
function install(machine: Machine, find: (machine: Machine) => string | undefined): string {
  installWithApt(machine, 'chromium');
  const fromApt = find(machine);
  if (fromApt !== undefined) return fromApt;
  installWithPlaywright(machine);
  const fromPlaywright = find(machine);
  if (fromPlaywright !== undefined) return fromPlaywright;
  throw new Error(
    'No Chrome or Chromium was found, and none could be installed.\n' +
      '  why  The browser tests and the page benchmark open the site in a real browser.\n' +
      '  fix  Install Google Chrome or Chromium (Debian: `apt-get install chromium`; macOS: `brew install --cask chromium`;\n' +
      '       anywhere: `npx playwright install --with-deps chromium`), or set CHROME_PATH to the browser to use.',
  );
}

/**
 * Flags for a headless browser: no requests of the browser's own, and no sandbox for root, which Chromium refuses.
 *
 * QUIC is off because requests over UDP bypass a recording proxy.
 */
export const chromeFlags: string[] = flagsFor(isRootUser());

/** Returns the flags for a user who is, or is not, root. */
export function flagsFor(isRoot: boolean): string[] {
  return [
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    // The headless shell hints glyphs by default, which rounds their widths to whole pixels.
    '--font-render-hinting=none',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
  ];
}

function namedChrome({ env, exists }: Machine): string | undefined {
  const path = env.CHROME_PATH;
  if (path === undefined || path === '') return undefined;
  if (exists(path)) return path;
  throw new Error(
    `CHROME_PATH is ${path}, and there is no such program.\n` +
      '  why  Tests run only in the browser that it names, if it is set.\n' +
      '  fix  Set it to the full path of a Chrome or Chromium program, or unset it to use any browser that is found.',
  );
}

function systemChrome(machine: Machine): string | undefined {
  return [...usualPlaces(machine), ...placesOnPath(machine)].find((path) => machine.exists(path));
}

function playwrightChrome({ playwrightChrome: path, exists }: Machine): string | undefined {
  return exists(path) ? path : undefined;
}

/** Lists where installers put a browser: outside `PATH` on macOS and Windows, and at times on Linux. */
function usualPlaces({ platform, env }: Machine): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env.HOME ? [`${env.HOME}/Applications`] : [])];
    return folders.flatMap((folder) =>
      ['Google Chrome', 'Chromium'].map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
      const folder = env[name];
      if (!folder) return [];
      return ['Google\\Chrome', 'Chromium'].map(
        (browser) => `${folder}\\${browser}\\Application\\chrome.exe`,
      );
    });
  }
  return ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) =>
    programNames.map((name) => `${folder}/${name}`),
  );
}

/** `chromium-browser` comes last: on Ubuntu it may be a script that only prints how to install the snap. */
const programNames = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'] as const;

function placesOnPath({ platform, env }: Machine): string[] {
  const path = platform === 'win32' ? win32 : posix;
  const names = platform === 'win32' ? ['chrome.exe', 'chromium.exe'] : programNames;
  const folders = (env.PATH ?? env.Path ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
}

/**
 * Returns whether the machine can draw Korean, after installing Noto Sans CJK with `apt-get` as root on Debian if it can't.
 * macOS and Windows come with a Korean font.
 */
export function ensureKoreanFont(machine: Machine = thisMachine()): boolean {
  if (machine.platform !== 'linux' || machine.hasKoreanFont()) return true;
  installWithApt(machine, 'fonts-noto-cjk');
  return machine.hasKoreanFont();
}

/** Installs packages of Debian or a distribution derived from it; a no-op without root. */
export function installWithApt(
  { platform, isRoot, exists, run, print }: Machine,
  ...packages: readonly string[]
): void {
  if (platform !== 'linux' || !isRoot || !exists('/usr/bin/apt-get')) return;
  print(`Installing ${packages.join(', ')}: apt-get update && apt-get install -y ${packages.join(' ')}`);
  // The installed package lists may still know the package if they can't be refreshed.
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', ...packages]);
}

function installWithPlaywright({ platform, isRoot, run, print }: Machine): void {
  const withLibraries = platform === 'linux' && isRoot;
  const args = ['playwright', 'install', ...(withLibraries ? ['--with-deps'] : []), 'chromium'];
  print(`No browser was found. Installing Playwright's Chromium: npx ${args.join(' ')}`);
  run('npx', args);
}

/** Returns the facts about this machine. */
export function thisMachine(): Machine {
  return {
    env: process.env,
    platform: process.platform,
    isRoot: isRootUser(),
    playwrightChrome: chromium.executablePath(),
    playwrightShell: playwrightShellPath(),
    exists: isProgram,
    run: runInTerminal,
    print: (message) => {
      console.log(message);
    },
    hasKoreanFont,
  };
}

/** Playwright installs its headless shell beside its Chromium, in a folder with the same revision. */
function playwrightShellPath(): string | undefined {
  const chrome = chromium.executablePath();
  const folder = /^(.*)chromium-(\d+)(.*)$/.exec(chrome);
  if (folder === null) return undefined;
  const [, parent = '', revision = ''] = folder;
  const shell = `${parent}chromium_headless_shell-${revision}`;
  const name = process.platform === 'win32' ? 'chrome-headless-shell.exe' : 'chrome-headless-shell';
  try {
    return readdirSync(shell, { recursive: true, withFileTypes: true })
      .filter((item) => item.name === name)
      .map((item) => join(item.parentPath, item.name))[0];
  } catch {
    return undefined;
  }
}

function hasKoreanFont(): boolean {
  const { status, stdout } = spawnSync('fc-list', [':lang=ko', 'family'], { encoding: 'utf8' });
  return status === 0 && /\S/.test(stdout);
}

function isRootUser(): boolean {
  return process.getuid?.() === 0;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function runInTerminal(command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    // On Windows `npx` is a script, which only a shell can start.
    shell: process.platform === 'win32',
  });
  return status === 0;
}
