import { expect, test } from 'vitest';
import {
  ensureChrome,
  ensureKoreanFont,
  ensureTestBrowser,
  findChrome,
  findTestBrowser,
  flagsFor,
} from './chrome.ts';
import type { Machine } from './chrome.ts';

const playwrightShell = '/home/somin/.cache/ms-playwright/chrome-headless-shell';
const playwrightChrome = '/home/somin/.cache/ms-playwright/chrome';

interface Given extends Partial<Omit<Machine, 'exists' | 'run' | 'say'>> {
  files?: readonly string[];
  /** The files that appear when a command runs: `{ 'npx playwright install chromium': '/…' }`. */
  installs?: Readonly<Record<string, string>>;
}

interface Imagined extends Machine {
  commands: string[];
  said: string[];
}

function imagine({ files = [], installs = {}, ...given }: Given): Imagined {
  const disk = new Set(files);
  const commands: string[] = [];
  const said: string[] = [];
  return {
    env: { PATH: '/usr/bin:/opt/browsers' },
    platform: 'linux',
    isRoot: false,
    playwrightChrome,
    playwrightShell,
    ...given,
    commands,
    said,
    exists: (path) => disk.has(path),
    say: (message) => said.push(message),
    hasKoreanFont: () => disk.has('a Korean font'),
    run(command, args) {
      const line = [command, ...args].join(' ');
      commands.push(line);
      const installed = installs[line];
      if (installed !== undefined) disk.add(installed);
      return installed !== undefined;
    },
  };
}

test('CHROME_PATH comes before a browser of the system', () => {
  const files = ['/my/chrome', '/usr/bin/chromium'];
  expect(findChrome(imagine({ env: { CHROME_PATH: '/my/chrome' }, files }))).toBe('/my/chrome');
});

test('a CHROME_PATH with nothing there is an error, not a reason to take another browser', () => {
  const machine = imagine({ env: { CHROME_PATH: '/gone/chrome' }, files: ['/usr/bin/chromium'] });
  expect(() => findChrome(machine)).toThrow(/CHROME_PATH is \/gone\/chrome[\s\S]*fix/);
  expect(() => ensureChrome(machine)).toThrow(/CHROME_PATH/);
});

test.each<[string, Given, string]>([
  ['Debian', { files: ['/usr/bin/chromium', playwrightChrome] }, '/usr/bin/chromium'],
  ['a folder on PATH', { files: ['/opt/browsers/google-chrome'] }, '/opt/browsers/google-chrome'],
  [
    'Ubuntu, where chromium-browser may be a mere notice',
    { files: ['/usr/bin/chromium-browser', '/usr/bin/google-chrome'] },
    '/usr/bin/google-chrome',
  ],
  [
    'macOS',
    { platform: 'darwin', files: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'] },
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  [
    'macOS, installed for one user',
    {
      platform: 'darwin',
      env: { HOME: '/Users/somin' },
      files: ['/Users/somin/Applications/Chromium.app/Contents/MacOS/Chromium'],
    },
    '/Users/somin/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  [
    'Windows',
    {
      platform: 'win32',
      env: { PROGRAMFILES: 'C:\\Program Files' },
      files: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    },
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  [
    'a folder on the PATH of Windows',
    { platform: 'win32', env: { Path: 'C:\\a;D:\\b' }, files: ['D:\\b\\chrome.exe'] },
    'D:\\b\\chrome.exe',
  ],
  ['a machine with only Playwright’s', { files: [playwrightChrome] }, playwrightChrome],
])('the browser is found on %s', (_, given, path) => {
  const machine = imagine(given);
  expect(ensureChrome(machine)).toBe(path);
  expect(machine.commands).toEqual([]);
});

test('root on Debian gets Chromium from apt-get, after a message', () => {
  const machine = imagine({
    isRoot: true,
    files: ['/usr/bin/apt-get'],
    installs: { 'apt-get install -y chromium': '/usr/bin/chromium' },
  });
  expect(ensureChrome(machine)).toBe('/usr/bin/chromium');
  expect(machine.commands).toEqual(['apt-get update', 'apt-get install -y chromium']);
  expect(machine.said.join()).toContain('apt-get install -y chromium');
});

test('Playwright’s browser is installed with its libraries where apt-get has none', () => {
  const machine = imagine({
    isRoot: true,
    files: ['/usr/bin/apt-get'],
    installs: { 'npx playwright install --with-deps chromium': playwrightChrome },
  });
  expect(ensureChrome(machine)).toBe(playwrightChrome);
});

test('users other than root get Playwright’s browser, and nothing that needs root', () => {
  const machine = imagine({
    files: ['/usr/bin/apt-get'],
    installs: { 'npx playwright install chromium': playwrightChrome },
  });
  expect(ensureChrome(machine)).toBe(playwrightChrome);
  expect(machine.commands).toEqual(['npx playwright install chromium']);
});

test('an error names what to install and CHROME_PATH when no browser can be installed', () => {
  expect(() => ensureChrome(imagine({}))).toThrow(/apt-get install chromium[\s\S]*CHROME_PATH/);
});

test('tests run in a headless shell where there is one, and in CHROME_PATH before that', () => {
  const shell = '/usr/bin/chromium-headless-shell';
  const files = ['/usr/bin/chromium', '/my/chrome', shell];
  expect(ensureTestBrowser(imagine({ files }))).toBe(shell);
  expect(ensureTestBrowser(imagine({ files: ['/usr/bin/chromium', playwrightShell] }))).toBe(playwrightShell);
  expect(ensureTestBrowser(imagine({ env: { CHROME_PATH: '/my/chrome' }, files }))).toBe('/my/chrome');
  expect(findChrome(imagine({ files }))).toBe('/usr/bin/chromium');
});

test('tests run in any Chrome or Chromium where no headless shell can be installed', () => {
  const machine = imagine({ files: ['/usr/bin/chromium'] });
  expect(ensureTestBrowser(machine)).toBe('/usr/bin/chromium');
  expect(findTestBrowser(machine)).toBe('/usr/bin/chromium');
  expect(machine.commands).toEqual([]);
});

test('root on Debian gets a headless shell for the tests, after a message', () => {
  const shell = '/usr/bin/chromium-headless-shell';
  const machine = imagine({
    isRoot: true,
    files: ['/usr/bin/apt-get', '/usr/bin/chromium'],
    installs: { 'apt-get install -y chromium-headless-shell': shell },
  });
  expect(ensureTestBrowser(machine)).toBe(shell);
  expect(machine.said.join()).toContain('apt-get install -y chromium-headless-shell');
});

test('only root runs the browser without its sandbox', () => {
  expect(flagsFor(true)).toContain('--no-sandbox');
  expect(flagsFor(false)).not.toContain('--no-sandbox');
});

test('a Korean font is installed on Debian for root, where there is none', () => {
  const installs = { 'apt-get install -y fonts-noto-cjk': 'a Korean font' };
  const debian = imagine({ isRoot: true, files: ['/usr/bin/apt-get'], installs });
  expect(ensureKoreanFont(debian)).toBe(true);
  expect(debian.commands).toEqual(['apt-get update', 'apt-get install -y fonts-noto-cjk']);
  expect(debian.said).toEqual([expect.stringContaining('fonts-noto-cjk')]);
});

test('no font is installed where there is one, on other systems, or without the right to', () => {
  for (const machine of [
    imagine({ isRoot: true, files: ['/usr/bin/apt-get', 'a Korean font'] }),
    imagine({ platform: 'darwin', isRoot: true }),
    imagine({ files: ['/usr/bin/apt-get'] }),
  ]) {
    expect(ensureKoreanFont(machine)).toBe(machine.platform === 'darwin' || machine.hasKoreanFont());
    expect(machine.commands).toEqual([]);
  }
});
