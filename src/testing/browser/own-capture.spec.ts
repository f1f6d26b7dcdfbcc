import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { loadWords } from '../../figures/silent-voicemail/words.ts';
import { addressOf, locales } from '../../tools/sites/pages.ts';
import { buildSip, buildFrame, buildPcap, readCaptureFile, timeFrames } from '../capture-files.ts';
import { findAxeViolations } from './find-axe-violations.ts';
import { waitUntilDrawn } from './wait-until-drawn.ts';
import { watchPage } from './watch-page.ts';

const figure = { ko: await loadWords('ko'), en: await loadWords('en') };
const words = { ko: await figure.ko.ownCapture.load(), en: await figure.en.ownCapture.load() };

const panelOf = (page: Page): Locator => page.locator('#call .own-capture');
const fileOf = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});

/** Opens the article, and unfolds the panel by keyboard. */
async function open(page: Page, locale: 'ko' | 'en'): Promise<void> {
  await page.goto(`${addressOf('narani', `${locale}/articles/silent-voicemail/`)}#call:preset=blocked`);
  const summary = panelOf(page).getByText(figure[locale].ownCapture.title);
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(panelOf(page).getByText(words[locale].drop)).toBeVisible();
}

/** Chooses a file, without the dialog. */
async function choose(page: Page, locale: 'ko' | 'en', file: ReturnType<typeof fileOf>): Promise<void> {
  await panelOf(page).getByLabel(words[locale].choose).setInputFiles(file);
}

/** Opens the file dialog by keyboard, and chooses a file there. */
async function chooseByKeyboard(page: Page, file: ReturnType<typeof fileOf>): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await panelOf(page).getByLabel(words.en.choose).press('Enter');
  await (await chooser).setFiles(file);
}

test.describe('A reader’s own capture', () => {
  test('loads no code before its panel is unfolded', async ({ page }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`${addressOf('narani', 'en/articles/silent-voicemail/')}#call:preset=blocked`);
    await expect(panelOf(page)).toBeVisible();
    expect(requests.filter((url) => url.includes('own-capture'))).toEqual([]);
    await panelOf(page).locator('summary').click();
    await expect(panelOf(page).getByText(words.en.drop)).toBeVisible();
    expect(requests.filter((url) => url.includes('own-capture'))).toHaveLength(1);
  });

  test('is read by keyboard, without a request, and its sound is saved', async ({ page }) => {
    const { problems } = watchPage(page);
    await open(page, 'en');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await chooseByKeyboard(page, fileOf('call-nat.pcap', readCaptureFile('call-nat')));
    const panel = panelOf(page);
    await expect(panel.getByRole('status')).toHaveText('call-nat.pcap: 457 frames, 1 call.');
    await expect(panel.locator('.capture-verdict')).toHaveText(
      '250 RTP packets went to 10.9.2.2:40000, the address that the 200 OK announced: a recorder there would have written 250 packets, 80,044 bytes.',
    );
    await expect(panel.locator('.figure-log')).toContainText(
      'Auto Changing port from 10.9.1.2:6000 to 10.9.2.1:23456',
    );
    await expect(panel.locator('.capture-stream')).toHaveCount(3);
    const save = panel.locator('.capture-stream').nth(1).getByRole('button', { name: words.en.streams.save });
    await save.focus();
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const saved = readFileSync(await (await download).path());
    expect((await download).suggestedFilename()).toBe('call-nat-10.9.2.1-23456.wav');
    expect(saved.byteLength).toBe(80_044);
    expect(saved.subarray(0, 4).toString()).toBe('RIFF');
    expect(requests).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('may be dropped, and one that was dropped later replaces it', async ({ page }) => {
    await open(page, 'en');
    const drop = async (name: string, capture: string): Promise<void> => {
      const base64 = Buffer.from(readCaptureFile(capture)).toString('base64');
      const transfer = await page.evaluateHandle(
        ([fileName, content]) => {
          const data = new DataTransfer();
          const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
          data.items.add(new File([bytes], fileName));
          return data;
        },
        [name, base64] as const,
      );
      await panelOf(page).locator('.capture-drop').dispatchEvent('drop', { dataTransfer: transfer });
    };
    await drop('first.pcap', 'call-ok');
    await expect(panelOf(page).getByRole('status')).toHaveText('first.pcap: 307 frames, 1 call.');
    await drop('second.pcap', 'call-no-rtp');
    await expect(panelOf(page).getByRole('status')).toHaveText('second.pcap: 57 frames, 1 call.');
    await expect(panelOf(page).locator('.capture-verdict')).toContainText('would have written 44 bytes');
  });

  test('lets readers choose among several calls', async ({ page }) => {
    await open(page, 'en');
    const messages = ['a', 'b'].map((callId) =>
      buildFrame(buildSip(`INVITE sip:${callId} SIP/2.0`, { callId }), { from: 5060, to: 5060 }),
    );
    await choose(page, 'en', fileOf('two.pcap', buildPcap(timeFrames(messages))));
    const list = panelOf(page).getByRole('combobox', { name: words.en.call });
    await expect(list.locator('option')).toHaveCount(2);
    await list.selectOption({ index: 1 });
    await expect(panelOf(page).locator('.capture-verdict')).toHaveText(
      words.en.verdict({ kind: 'no-answer' }),
    );
  });

  test('is named if it is broken, and can be chosen again', async ({ page }) => {
    await open(page, 'ko');
    const status = panelOf(page).getByRole('status');
    await choose(page, 'ko', fileOf('a.pcap', new TextEncoder().encode('GET / HTTP/1.1')));
    await expect(status).toHaveText(words.ko.problem({ kind: 'not-a-capture', looksLike: 'text' }));
    await choose(page, 'ko', fileOf('a.pcap', new Uint8Array()));
    await expect(status).toHaveText(words.ko.problem({ kind: 'empty' }));
    const cut = readCaptureFile('call-ok').subarray(0, 50_000);
    await choose(page, 'ko', fileOf('a.pcap', cut));
    await expect(panelOf(page).locator('.capture-warning')).toContainText('프레임까지 읽었다');
    await expect(panelOf(page).locator('.capture-stream')).toHaveCount(2);
  });

  for (const locale of locales)
    test(`has no axe violations and fits every screen, in ${locale}`, async ({ page }) => {
      await open(page, locale);
      await choose(page, locale, fileOf('call-nat.pcap', readCaptureFile('call-nat')));
      await expect(panelOf(page).locator('.capture-stream')).toHaveCount(3);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await waitUntilDrawn(page);
        expect(await findAxeViolations(page, { include: '#call .own-capture' }), colorScheme).toEqual([]);
      }
      for (const width of [320, 390, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
        expect(scrollWidth, `at ${width} px`).toBe(clientWidth);
      }
    });
});
