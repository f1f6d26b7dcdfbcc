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

interface FakeOptions extends Partial<Omit<Machine, 'exists' | 'run' | 'print'>> {
  files?: readonly string[];
  /** The files that appear when a command runs: `{ 'npx playwright install chromium': '/…' }`. */
  installs?: Readonly<Record<string, string>>;
}

interface FakeMachine extends Machine {
  commands: string[];
  messages: string[];
}

function createMachine({ files = [], installs = {}, ...given }: FakeOptions): FakeMachine {
  const disk = new Set(files);
  const commands: string[] = [];
  const messages: string[] = [];
  return {
    env: { PATH: '/usr/bin:/opt/browsers' },
    platform: 'linux',
    isRoot: false,
    playwrightChrome,
    playwrightShell,
    ...given,
    commands,
    messages,
    exists: (path) => disk.has(path),
    print: (message) => messages.push(message),
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
  expect(findChrome(createMachine({ env: { CHROME_PATH: '/my/chrome' }, files }))).toBe('/my/chrome');
});

test('a CHROME_PATH without a program is an error, and no other browser is used', () => {
  const machine = createMachine({ env: { CHROME_PATH: '/gone/chrome' }, files: ['/usr/bin/chromium'] });
  expect(() => findChrome(machine)).toThrow(/CHROME_PATH is \/gone\/chrome[\s\S]*fix/);
  expect(() => ensureChrome(machine)).toThrow(/CHROME_PATH/);
});

test.each<[string, FakeOptions, string]>([
  ['Debian', { files: ['/usr/bin/chromium', playwrightChrome] }, '/usr/bin/chromium'],
  ['a folder on PATH', { files: ['/opt/browsers/google-chrome'] }, '/opt/browsers/google-chrome'],
  [
    'Ubuntu, where chromium-browser may only print a notice',
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
  ['a machine that has only Playwright’s Chromium', { files: [playwrightChrome] }, playwrightChrome],
])('the browser is found on %s', (_, given, path) => {
  const machine = createMachine(given);
  expect(ensureChrome(machine)).toBe(path);
  expect(machine.commands).toEqual([]);
});

test('root on Debian gets Chromium from apt-get, after a message', () => {
  const machine = createMachine({
    isRoot: true,
    files: ['/usr/bin/apt-get'],
    installs: { 'apt-get install -y chromium': '/usr/bin/chromium' },
  });
  expect(ensureChrome(machine)).toBe('/usr/bin/chromium');
  expect(machine.commands).toEqual(['apt-get update', 'apt-get install -y chromium']);
  expect(machine.messages.join()).toContain('apt-get install -y chromium');
});

test('Playwright’s browser is installed with its libraries if apt-get has no Chromium', () => {
  const machine = createMachine({
    isRoot: true,
    files: ['/usr/bin/apt-get'],
    installs: { 'npx playwright install --with-deps chromium': playwrightChrome },
  });
  expect(ensureChrome(machine)).toBe(playwrightChrome);
});

test('users other than root get Playwright’s browser, without anything that needs root', () => {
  const machine = createMachine({
    files: ['/usr/bin/apt-get'],
    installs: { 'npx playwright install chromium': playwrightChrome },
  });
  expect(ensureChrome(machine)).toBe(playwrightChrome);
  expect(machine.commands).toEqual(['npx playwright install chromium']);
});

test('the error names packages and CHROME_PATH if no browser can be installed', () => {
  expect(() => ensureChrome(createMachine({}))).toThrow(/apt-get install chromium[\s\S]*CHROME_PATH/);
});

test('tests prefer CHROME_PATH, then a headless shell', () => {
  const shell = '/usr/bin/chromium-headless-shell';
  const files = ['/usr/bin/chromium', '/my/chrome', shell];
  expect(ensureTestBrowser(createMachine({ files }))).toBe(shell);
  expect(ensureTestBrowser(createMachine({ files: ['/usr/bin/chromium', playwrightShell] }))).toBe(
    playwrightShell,
  );
  expect(ensureTestBrowser(createMachine({ env: { CHROME_PATH: '/my/chrome' }, files }))).toBe('/my/chrome');
  expect(findChrome(createMachine({ files }))).toBe('/usr/bin/chromium');
});

test('tests run in any Chrome or Chromium if no headless shell can be installed', () => {
  const machine = createMachine({ files: ['/usr/bin/chromium'] });
  expect(ensureTestBrowser(machine)).toBe('/usr/bin/chromium');
  expect(findTestBrowser(machine)).toBe('/usr/bin/chromium');
  expect(machine.commands).toEqual([]);
});

test('root on Debian gets a headless shell for the tests, after a message', () => {
  const shell = '/usr/bin/chromium-headless-shell';
  const machine = createMachine({
    isRoot: true,
    files: ['/usr/bin/apt-get', '/usr/bin/chromium'],
    installs: { 'apt-get install -y chromium-headless-shell': shell },
  });
  expect(ensureTestBrowser(machine)).toBe(shell);
  expect(machine.messages.join()).toContain('apt-get install -y chromium-headless-shell');
});

test('only root runs the browser without its sandbox', () => {
  expect(flagsFor(true)).toContain('--no-sandbox');
  expect(flagsFor(false)).not.toContain('--no-sandbox');
});

test('root on Debian gets a Korean font if there is none', () => {
  const installs = { 'apt-get install -y fonts-noto-cjk': 'a Korean font' };
  const debian = createMachine({ isRoot: true, files: ['/usr/bin/apt-get'], installs });
  expect(ensureKoreanFont(debian)).toBe(true);
  expect(debian.commands).toEqual(['apt-get update', 'apt-get install -y fonts-noto-cjk']);
  expect(debian.messages).toEqual([expect.stringContaining('fonts-noto-cjk')]);
});

test('no font is installed if there is one, on other systems, or without root', () => {
  for (const machine of [
    createMachine({ isRoot: true, files: ['/usr/bin/apt-get', 'a Korean font'] }),
    createMachine({ platform: 'darwin', isRoot: true }),
    createMachine({ files: ['/usr/bin/apt-get'] }),
  ]) {
    expect(ensureKoreanFont(machine)).toBe(machine.platform === 'darwin' || machine.hasKoreanFont());
    expect(machine.commands).toEqual([]);
  }
});
