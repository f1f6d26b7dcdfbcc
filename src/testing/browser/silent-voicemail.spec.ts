import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { columns } from '../../figures/silent-voicemail/ladder/columns.ts';
import {
  createScenario,
  findWavLength,
  fragmentToSettings,
  points,
  presetNames,
  stateAt,
} from '../../figures/silent-voicemail/model/index.ts';
import { capturedCalls } from '../../figures/silent-voicemail/captured-calls.ts';
import { loadWords } from '../../figures/silent-voicemail/words.ts';
import { loadStageWords } from '../../figures/stage/words.ts';
import { addressOf, locales } from '../../tools/sites/pages.ts';
import { waitUntilDrawn } from './wait-until-drawn.ts';
import { watchPage } from './watch-page.ts';
import { findAxeViolations } from './find-axe-violations.ts';

const words = { ko: await loadWords('ko'), en: await loadWords('en') };
const stage = { ko: await loadStageWords('ko'), en: await loadStageWords('en') };
const ko = { ...words.ko, stage: stage.ko };

const figureOf = (page: Page): Locator => page.locator('#call');
const play = (page: Page): Locator => figureOf(page).locator('.figure-play');
const position = (page: Page): Locator => figureOf(page).locator('.figure-player input');

const articleIn = (locale: 'ko' | 'en'): string =>
  addressOf('narani', `${locale}/articles/silent-voicemail/`);

/** Opens the article with its figure in a state, and waits until the figure is hydrated. */
async function open(page: Page, pairs = 'preset=blocked', locale: 'ko' | 'en' = 'ko'): Promise<void> {
  await page.goto(`${articleIn(locale)}#call:${pairs}`);
  await expect(play(page)).toBeVisible();
}

/** Reads the numbers: the counts at each point, from the caller to FreeSWITCH, and the length of the WAV file in the picture. */
async function readNumbers(page: Page): Promise<unknown> {
  const rows = figureOf(page).locator('.figure-counts tbody tr:not(.loss)');
  const counts = await rows.evaluateAll((each) =>
    each.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent).join('/')),
  );
  const length = await figureOf(page).locator('.figure-picture .large').textContent();
  return { counts, wav: Number(length?.replace(',', '')) };
}

/** Computes the same numbers with the model. */
function findNumbers(pairs: string): unknown {
  const settings = fragmentToSettings(pairs);
  const { counts, voicemail } = stateAt(createScenario(settings, capturedCalls), settings.at);
  return {
    counts: points.map((point) => {
      const { sip, toServer, toCaller } = counts[point];
      return `${sip}/${toServer}/${toCaller}`;
    }),
    wav: findWavLength(voicemail.recorded),
  };
}

test.describe('The call that lost its voice', () => {
  test('makes its point without JavaScript', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(articleIn('ko'));
    const figure = figureOf(page);
    await expect(figure.locator('svg[role=img]').first()).toBeVisible();
    await expect(figure.locator('.figure-description')).toContainText('250개는 통신사 안에서 사라졌다');
    await expect(figure.locator('button, input, select')).toHaveCount(0);
    const table = figure.locator('details').filter({ hasText: stage.ko.data });
    await expect(table.locator('table')).toBeHidden();
    await table.locator('summary').click();
    await expect(table.locator('table')).toBeVisible();
    await expect(table).toContainText(ko.table.lost('carrier'));
    await context.close();
  });

  test('plays to its end at the captured pace, started by keyboard, without changing the address or storage', async ({
    page,
  }) => {
    const { problems } = watchPage(page);
    await page.clock.install({ time: 0 });
    await open(page);
    await page.clock.pauseAt(60_000);
    const before = await page.evaluate(() => [location.href, history.length, localStorage.length]);
    await play(page).focus();
    await page.keyboard.press('Enter');
    await expect(play(page)).toHaveText(ko.stage.pause);
    await page.clock.runFor(1000);
    await expect(play(page)).toHaveText(ko.stage.pause);
    const middle = Number(await position(page).inputValue());
    // The beep starts at 0.62 seconds, with 50 packets per second.
    expect(middle).toBeGreaterThan(20);
    expect(middle).toBeLessThan(27);
    expect(await readNumbers(page)).toEqual(findNumbers(`preset=blocked&at=${middle}`));
    await page.clock.runFor(6600);
    await expect(play(page)).toHaveText(ko.stage.play);
    await expect(position(page)).toHaveValue('307');
    expect(await readNumbers(page)).toEqual({
      counts: ['7/250/50', '7/250/50', '7/0/50', '7/0/50'],
      wav: 44,
    });
    expect(await page.evaluate(() => [location.href, history.length, localStorage.length])).toEqual(before);
    expect(problems).toEqual([]);
  });

  test('steps from event to event and scrubs packet by packet, with the model’s numbers', async ({
    page,
  }) => {
    await open(page, 'preset=nat&at=0');
    const next = figureOf(page).getByRole('button', { name: ko.stage.stepForward });
    await next.focus();
    for (const at of [1, 2, 3, 4, 5, 6, 71, 87, 88, 89, 341, 455, 456, 457]) {
      await page.keyboard.press('Enter');
      await expect(position(page)).toHaveValue(String(at));
      expect(await readNumbers(page), `after ${at} packets`).toEqual(findNumbers(`preset=nat&at=${at}`));
    }
    await expect(figureOf(page).locator('.figure-picture')).toContainText('−73');
    await expect(figureOf(page).locator('.figure-picture')).toContainText('←127');
    await position(page).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await readNumbers(page)).toEqual(findNumbers('preset=nat&at=456'));
  });

  test('shows every preset with the model’s numbers, and recognizes it in the list', async ({ page }) => {
    await open(page, '');
    const list = figureOf(page).getByLabel(ko.controls.preset, { exact: true });
    for (const preset of presetNames) {
      await list.selectOption({ label: ko.controls.presets[preset] });
      expect(await readNumbers(page), preset).toEqual(findNumbers(`preset=${preset}`));
    }
    await list.selectOption({ label: ko.controls.presets.ok });
    expect(await readNumbers(page)).toEqual({
      counts: ['7/250/50', '7/250/50', '7/250/50', '7/250/50'],
      wav: 80_044,
    });
    await figureOf(page).getByRole('radio', { name: ko.controls.options.block.edge, exact: true }).check();
    await expect(list).toHaveValue('');
    expect(await readNumbers(page)).toEqual(findNumbers('block=edge'));
  });

  test('works by touch: a tap blocks a lane, and another unblocks it', async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    await page.clock.install({ time: 0 });
    await open(page, 'preset=ok');
    await page.clock.pauseAt(60_000);
    const press = async (percent: number, pairs: string): Promise<void> => {
      const ladder = figureOf(page).locator('.call-ladder');
      await ladder.scrollIntoViewIfNeeded();
      const { width = 0 } = (await ladder.boundingBox()) ?? {};
      await ladder.tap({ position: { x: (percent / 100) * width, y: 180 } });
      await expect.poll(() => readNumbers(page)).toEqual(findNumbers(pairs));
    };
    await press(columns['carrier-in'] + 3, 'block=carrier');
    await press(columns['carrier-out'] - 3, 'block=carrier&direction=both');
    await press(columns['carrier-in'] + 3, 'block=carrier&direction=to-caller');
    await press(columns['carrier-out'] - 3, '');
    await play(page).tap();
    await expect(play(page)).toHaveText(ko.stage.pause);
    await page.clock.runFor(2000);
    await play(page).tap();
    await expect(play(page)).toHaveText(ko.stage.play);
    const at = await position(page).inputValue();
    expect(Number(at)).toBeGreaterThan(56);
    expect(Number(at)).toBeLessThan(307);
    expect(await readNumbers(page)).toEqual(findNumbers(`at=${at}`));
    await context.close();
  });

  test('follows links in the text, and URL fragments', async ({ page }) => {
    await page.goto(articleIn('ko'));
    const link = page.locator('.prose a[href="#call:preset=nat&at=88"]');
    await link.click();
    await expect(position(page)).toHaveValue('88');
    await expect(position(page)).toHaveAttribute('aria-valuetext', ko.controls.progress(88, 457));
    await expect(figureOf(page)).toBeInViewport();
    expect(await readNumbers(page)).toEqual(findNumbers('preset=nat&at=88'));
    await page.goto('about:blank');
    await open(page, 'block=access&direction=both&at=60');
    await expect(figureOf(page)).toBeInViewport();
    expect(await readNumbers(page)).toEqual(findNumbers('block=access&direction=both&at=60'));
  });

  test('plays in steps for readers who prefer reduced motion', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.clock.install({ time: 0 });
    await open(page, 'preset=blocked&at=6');
    await page.clock.pauseAt(60_000);
    await play(page).click();
    await page.clock.runFor(1000);
    await expect(position(page)).toHaveValue('6');
    await page.clock.runFor(700);
    await expect(position(page)).toHaveValue('55');
    await page.clock.runFor(1600);
    await expect(position(page)).toHaveValue('56');
  });

  test('plays the sound of the packets recorded so far, and stops', async ({ page }) => {
    await page.addInitScript(() => {
      globalThis.AudioContext = class extends AudioContext {
        override createBuffer(channels: number, length: number, rate: number): AudioBuffer {
          document.documentElement.dataset.sound = `${channels} ${length} ${rate}`;
          return super.createBuffer(channels, length, rate);
        }
      };
    });
    const { problems } = watchPage(page);
    // 45 packets have arrived by then.
    await open(page, 'preset=ok&at=100');
    const listen = figureOf(page).locator('.call-listen button');
    await expect(listen).toHaveText(`${ko.listen.play}${ko.listen.seconds('0.9')}`);
    await listen.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-sound', '1 7200 8000');
    // At its end the button offers to play it again.
    await expect(listen).toContainText(ko.listen.play);
    await position(page).fill('307');
    await expect(listen).toContainText(ko.listen.seconds('5.0'));
    await listen.click();
    await expect(page.locator('html')).toHaveAttribute('data-sound', '1 40000 8000');
    await expect(listen).toContainText(ko.listen.stop);
    await listen.click();
    await expect(listen).toContainText(ko.listen.play);
    await listen.click();
    await expect(listen).toContainText(ko.listen.stop);
    // Another recording is not the one that is heard.
    await position(page).fill('200');
    await expect(listen).toContainText(ko.listen.play);
    expect(problems).toEqual([]);
  });

  test('says that the recording of the blocked call has no sound', async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      Reflect.deleteProperty(globalThis, 'AudioContext');
    });
    const listen = figureOf(page).locator('.call-listen');
    await listen.getByRole('button').click();
    await expect(listen.getByRole('status')).toHaveText(ko.listen.silence);
    await expect(listen.getByRole('button')).toHaveText(`${ko.listen.play}${ko.listen.seconds('0.0')}`);
  });

  test('has no controls on paper', async ({ page }) => {
    await open(page);
    await page.emulateMedia({ media: 'print' });
    await expect(figureOf(page).locator('.figure-picture')).toBeVisible();
    for (const control of await figureOf(page).locator('button, select, input').all())
      await expect(control).toBeHidden();
  });

  test('explains the bytes of the file on hover and by arrow keys', async ({ page }) => {
    await open(page);
    await figureOf(page).locator('summary').filter({ hasText: 'WAV' }).click();
    const { names } = (await ko.panels.wav.loadFields()).default;
    const explanation = figureOf(page).locator('.wav-explanation');
    await expect(explanation).toContainText(names['data-size']);
    await figureOf(page).locator('[data-key="sample-rate"]').first().hover();
    await expect(explanation).toContainText(names['sample-rate']);
    await figureOf(page).getByRole('tab', { selected: true }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(explanation).toContainText(names['byte-rate']);
  });

  test('saves the recording as a WAV file of the shown length', async ({ page }) => {
    // 45 packets have arrived by then.
    await open(page, 'preset=ok&at=100');
    await figureOf(page).locator('summary').filter({ hasText: 'WAV' }).click();
    const download = page.waitForEvent('download');
    await figureOf(page).getByRole('button', { name: ko.panels.wav.save }).click();
    expect((await download).suggestedFilename()).toBe('silent-voicemail-14444.wav');
    const saved = readFileSync(await (await download).path());
    expect(saved.byteLength).toBe(14_444);
    expect(saved.toString('latin1', 0, 4)).toBe('RIFF');
  });

  for (const locale of locales)
    test(`has no axe violations and fits every screen, in ${locale}`, async ({ page }) => {
      const { problems } = watchPage(page);
      await open(page, 'preset=blocked', locale);
      for (const details of await figureOf(page).locator('details > summary').all()) await details.click();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await waitUntilDrawn(page);
        expect(await findAxeViolations(page, { include: '#call' }), colorScheme).toEqual([]);
      }
      const list = figureOf(page).getByLabel(words[locale].controls.preset, { exact: true });
      for (const width of [320, 360, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        for (const preset of ['ok', 'blocked', 'nat', 'other-payload'] as const) {
          await list.selectOption({ label: words[locale].controls.presets[preset] });
          const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
          expect(scrollWidth, `${preset} at ${width} px`).toBe(clientWidth);
        }
      }
      expect(problems).toEqual([]);
    });
});
