import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { UsageError } from '../../environment/index.ts';
import { addressOf } from '../sites/pages.ts';
import serveSites from '../sites/serve-sites.ts';
import { chromeFlags, ensureChrome, ensureKoreanFont } from '../browser/chrome.ts';
import { describeFonts } from '../browser/describe-fonts.ts';
import { root } from '../sites/run.ts';
import { takeShot } from './take-shot.ts';
import { drawContactSheet } from './contact-sheet.ts';
import { help, parseOptions, type Options } from './options.ts';
import { planShots, type Shot } from './plan-shots.ts';
import { takeReadmePictures } from './readme-pictures.ts';

/** Number of pages that are open at a time. */
const concurrency = 3;

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) console.log(help);
  else await takePictures(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

async function takePictures(options: Options): Promise<void> {
  const shots = planShots(options);
  const executablePath = ensureChrome();
  ensureKoreanFont();
  console.log('Building the sites …');
  const close = await serveSites();
  const browser = await chromium.launch({ executablePath, args: chromeFlags });
  try {
    const note = `Chromium ${browser.version()}, ${await describeFonts(browser, addressOf('narani', 'ko/'), 'final')}, ${new Date().toISOString()}`;
    console.log(note);
    if (options.readme) {
      const files = await takeReadmePictures(browser, path.join(root, 'docs/pictures'));
      console.log(files.map((file) => path.relative(process.cwd(), file)).join('\n'));
    } else await takeAll(browser, shots, options, note);
  } finally {
    await browser.close();
    await close();
  }
}

async function takeAll(
  browser: Browser,
  shots: readonly Shot[],
  { extent, out }: Options,
  note: string,
): Promise<void> {
  const start = performance.now();
  // The workers share one iterator, so each takes the next shot that is left.
  const next = shots.values();
  const work = async (): Promise<void> => {
    for (const shot of next) await takeShot(browser, shot, extent, out);
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  mkdirSync(out, { recursive: true });
  const sheet = path.join(out, 'index.html');
  writeFileSync(sheet, drawContactSheet(shots, note));
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`${shots.length} screenshots in ${seconds} s. Open ${sheet} in a browser to see them.`);
}
