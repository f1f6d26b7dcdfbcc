import { installWithApt, thisMachine, type Machine } from './chrome.ts';
import type { RemotePage } from './remote-page.ts';
import { openWebKit } from './webkit.ts';

/** A browser besides Chromium that smoke tests run in. */
export interface OtherBrowser {
  name: string;
  /** Debian's packages of it. */
  packages: readonly string[];
  /** Returns a function that starts it, or `undefined` if a program is missing. */
  find: (machine?: Machine) => (() => Promise<RemotePage>) | undefined;
}

const firefox: OtherBrowser = {
  name: 'Firefox',
  packages: ['firefox-esr'],
  find: (machine = thisMachine()) => {
    const { FIREFOX_PATH = '' } = machine.env;
    const places = [
      FIREFOX_PATH,
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    ];
    const path = places.find((place) => place !== '' && machine.exists(place));
    return path === undefined ? undefined : async () => (await import('./firefox.ts')).openFirefox(path);
  },
};

const webkit: OtherBrowser = {
  name: 'WebKit',
  packages: ['webkit2gtk-driver', 'xvfb'],
  find: ({ exists } = thisMachine()) => {
    const programs = { driver: '/usr/bin/WebKitWebDriver', xvfb: '/usr/bin/Xvfb' };
    return Object.values(programs).every(exists) ? async () => openWebKit(programs) : undefined;
  },
};

export const otherBrowsers: readonly OtherBrowser[] = [firefox, webkit];

/** Returns why the tests in a browser are skipped, or `undefined` if they run. */
export function whySkipped(
  { name, packages, find }: OtherBrowser,
  machine = thisMachine(),
): string | undefined {
  if (find(machine) !== undefined) return undefined;
  return `${name} was not found: its smoke tests are skipped (Debian: apt-get install ${packages.join(' ')})`;
}

/** Installs the browsers that are missing, where `apt-get` can. Throws if one is still missing. */
export function ensureOtherBrowsers(machine: Machine = thisMachine()): void {
  for (const { name, packages, find } of otherBrowsers) {
    if (find(machine) === undefined) installWithApt(machine, ...packages);
    if (find(machine) !== undefined) continue;
    throw new Error(
      `${name} was not found, and could not be installed.\n` +
        '  why  The smoke tests open the site in Firefox and in WebKit.\n' +
        `  fix  On Debian, run \`apt-get install ${packages.join(' ')}\`; \`npm test\` skips browsers that are missing.`,
    );
  }
}
