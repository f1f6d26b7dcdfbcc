import { expect, test } from 'vitest';
import type { Machine } from './chrome.ts';
import { ensureOtherBrowsers, otherBrowsers, whySkipped } from './other-browsers.ts';

const programs = ['/usr/bin/firefox-esr', '/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'];

/** Returns a Debian machine with some programs, on which root can install the others. */
function createMachine(files: readonly string[], isRoot = false): Machine & { commands: string[] } {
  const disk = new Set([...files, '/usr/bin/apt-get']);
  const commands: string[] = [];
  return {
    env: {},
    platform: 'linux',
    isRoot,
    playwrightChrome: '',
    playwrightShell: undefined,
    exists: (path) => disk.has(path),
    run: (command, args) => {
      commands.push([command, ...args].join(' '));
      for (const program of programs) disk.add(program);
      return true;
    },
    print: () => undefined,
    hasKoreanFont: () => true,
    commands,
  };
}

test('a browser whose programs are all there is tested', () => {
  const machine = createMachine(programs);
  expect(otherBrowsers.map((browser) => whySkipped(browser, machine))).toEqual([undefined, undefined]);
});

test('the reason to skip a browser names it and its packages', () => {
  const machine = createMachine(['/usr/bin/WebKitWebDriver']);
  const [firefox, webkit] = otherBrowsers.map((browser) => whySkipped(browser, machine));
  expect(firefox).toMatch(/^Firefox .* skipped .*apt-get install firefox-esr/);
  expect(webkit, 'it needs a screen').toMatch(/^WebKit .* skipped .*apt-get install webkit2gtk-driver xvfb/);
});

test('FIREFOX_PATH names another Firefox', () => {
  const machine = {
    ...createMachine(['/opt/firefox/firefox']),
    env: { FIREFOX_PATH: '/opt/firefox/firefox' },
  };
  expect(otherBrowsers[0]?.find(machine)).toBeTypeOf('function');
});

test('root on Debian gets the browsers that are missing', () => {
  const machine = createMachine(['/usr/bin/firefox-esr'], true);
  ensureOtherBrowsers(machine);
  expect(machine.commands).toContain('apt-get install -y webkit2gtk-driver xvfb');
  expect(machine.commands.join()).not.toContain('firefox');
});

test('without root, a browser that is missing is an error with a fix', () => {
  expect(() => {
    ensureOtherBrowsers(createMachine([]));
  }).toThrow(/Firefox was not found[\s\S]*fix .*apt-get install firefox-esr/);
});
