import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { appendBlock, listTexts } from '../generated/edit-content.ts';
import { readBase } from '../sites/read-base.ts';
import { readOrigin } from '../sites/read-origin.ts';
import { sampleMemory, type Usage } from './measure-command.ts';
import type { MeasuredProject } from './project.ts';

/** Time in milliseconds after which a page counts as missing. */
const patience = 600_000;

/** Time between two requests in milliseconds. */
const interval = 10;

/** Starts the development server and requests the page of an article. Measures the time until it is complete. */
export async function measureFirstPage(project: MeasuredProject): Promise<Usage> {
  return withServer(project, async ({ start, address }) => {
    await waitForPage(address, '</html>');
    return performance.now() - start;
  });
}

/** Adds a word to an article whose page has been requested. Measures the time from the save to the first page with the word. */
export async function measureSave(project: MeasuredProject): Promise<Usage> {
  return withServer(project, async ({ address, file }) => {
    await waitForPage(address, '</html>');
    const word = `saved${project.random.below(1_000_000_000)}`;
    appendBlock(project.content, file, word);
    const start = performance.now();
    await waitForPage(address, word);
    return performance.now() - start;
  });
}

/** A development server, and an article: its file in the content folder, and the address of its page. */
interface ServedArticle {
  /** When the server was started. */
  start: number;
  file: string;
  address: string;
}

/** Starts a development server, measures something in milliseconds, and ends the server. */
async function withServer(
  project: MeasuredProject,
  measure: (article: ServedArticle) => Promise<number>,
): Promise<Usage> {
  const start = performance.now();
  const server = spawn(process.execPath, ['src/cli/main.ts', 'dev', '--port', '0'], {
    cwd: project.folder,
    env: { ...process.env, ASTRO_DEV_BACKGROUND: '0', ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stopSampling = sampleMemory(server.pid ?? 0);
  try {
    const file = project.random.pick(
      listTexts(project.content).filter((text) => text.startsWith('articles/')),
    );
    const [, slug = '', locale = ''] = /^articles\/([^/]*)\/(\w+)\.md$/.exec(file) ?? [];
    const pathname = `${await readBase(project.content)}${locale}/articles/${slug}/`;
    const address = new URL(pathname, await readOrigin(server)).href;
    return { wallMs: await measure({ start, file, address }), cpuMs: undefined, peakBytes: stopSampling() };
  } finally {
    stopSampling();
    await stop(server);
  }
}

/** Requests a page, again and again, until it contains a text. */
async function waitForPage(address: string, text: string): Promise<void> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    const page = await fetch(address).then(
      async (response) => (response.ok ? response.text() : ''),
      () => '',
    );
    if (page.includes(text)) return;
    await setTimeout(interval);
  }
  throw new Error(`${address} did not contain ${text} within ${patience / 1_000} seconds`);
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  server.kill('SIGINT');
  await once(server, 'exit');
}
