import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { chromium } from '@playwright/test';

/** What the choice of a browser depends on, so that it can be tried for machines that are not here. */
export interface Machine {
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  isRoot: boolean;
  /** Where Playwright keeps its own Chromium, there or not. */
  playwrightChrome: string;
  exists: (path: string) => boolean;
  /** Run a command in the terminal and say whether it succeeded. */
  run: (command: string, args: readonly string[]) => boolean;
  say: (message: string) => void;
  /** Whether fontconfig knows a font for Korean. */
  hasKoreanFont: () => boolean;
}

/** The browser tests run in: `CHROME_PATH`, else the system's, else Playwright's; nothing when there is none. */
export function findChrome(machine: Machine = thisMachine()): string | undefined {
  return namedChrome(machine) ?? systemChrome(machine) ?? playwrightChrome(machine);
}

/** The browser tests run in, installed when the machine has none. */
export function ensureChrome(machine: Machine = thisMachine()): string {
  const found = findChrome(machine);
  if (found !== undefined) return found;
  for (const install of [installWithApt, installWithPlaywright]) {
    install(machine);
    const installed = findChrome(machine);
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'No Chrome or Chromium was found, and none could be installed.\n' +
      '  why  The browser tests and the page benchmark open the site in a real browser.\n' +
      '  fix  Install Google Chrome or Chromium (Debian: `apt-get install chromium`; macOS: `brew install --cask chromium`;\n' +
      '       anywhere: `npx playwright install --with-deps chromium`), or set CHROME_PATH to the browser to use.',
  );
}

/**
 * Flags for a headless browser in tests: no request of the browser's own, and no sandbox for root, who cannot have one.
 *
 * QUIC is off because a request over UDP escapes a proxy that records what the site asks for.
 */
export const chromeFlags: string[] = flagsFor(isRootUser());

/** The same flags for a user who is, or is not, root. */
export function flagsFor(isRoot: boolean): string[] {
  return [
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
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
    `CHROME_PATH is ${path}, and no program is there.\n` +
      '  why  It names the browser that tests run in, and no other is taken in its place.\n' +
      '  fix  Set it to the full path of a Chrome or Chromium program, or unset it to have one found.',
  );
}

function systemChrome(machine: Machine): string | undefined {
  return [...usualPlaces(machine), ...placesOnPath(machine)].find((path) => machine.exists(path));
}

function playwrightChrome({ playwrightChrome: path, exists }: Machine): string | undefined {
  return exists(path) ? path : undefined;
}

/** Where installers put a browser; on macOS and Windows that is off `PATH`, on Linux a terminal’s `PATH` may lack it. */
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

/** `chromium-browser` comes last: on Ubuntu it may be a script that only tells how to get the real one. */
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
  const { platform, isRoot, exists, hasKoreanFont, run, say } = machine;
  if (platform !== 'linux' || hasKoreanFont()) return true;
  if (!isRoot || !exists('/usr/bin/apt-get')) return false;
  say('No Korean font was found. Installing one: apt-get update && apt-get install -y fonts-noto-cjk');
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', 'fonts-noto-cjk']);
  return hasKoreanFont();
}

/** Debian and its kin, as root: the distribution's Chromium, with the libraries it needs. */
function installWithApt({ platform, isRoot, exists, run, say }: Machine): void {
  if (platform !== 'linux' || !isRoot || !exists('/usr/bin/apt-get')) return;
  say('No browser was found. Installing Chromium: apt-get update && apt-get install -y chromium');
  // A list that cannot be refreshed may still know the package, so the second command is tried either way.
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', 'chromium']);
}

function installWithPlaywright({ platform, isRoot, run, say }: Machine): void {
  const withLibraries = platform === 'linux' && isRoot;
  const args = ['playwright', 'install', ...(withLibraries ? ['--with-deps'] : []), 'chromium'];
  say(`No browser was found. Installing the one Playwright keeps: npx ${args.join(' ')}`);
  run('npx', args);
}

function thisMachine(): Machine {
  return {
    env: process.env,
    platform: process.platform,
    isRoot: isRootUser(),
    playwrightChrome: chromium.executablePath(),
    exists: isProgram,
    run: runInTerminal,
    say: (message) => {
      console.log(message);
    },
    hasKoreanFont: () =>
      (spawnSync('fc-list', [':lang=ko', 'family'], { encoding: 'utf8' }).stdout ?? '').trim() !== '',
  };
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
