import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { RemoteKey, RemotePage } from './remote-page.ts';

/** Programs that run WebKit without a screen. */
export interface WebKitPrograms {
  /** WebKitGTK's WebDriver, which starts its MiniBrowser. */
  driver: string;
  /** X server that draws into memory: MiniBrowser has no headless mode. */
  xvfb: string;
}

/** Starts WebKit on an X server of its own and drives it by WebDriver (https://www.w3.org/TR/webdriver2/). */
export async function openWebKit({ driver, xvfb }: WebKitPrograms): Promise<RemotePage> {
  const screen = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '2000x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = `:${await readLine(screen)}`;
  const port = await findFreePort();
  const process_ = spawn(driver, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: display },
    stdio: 'ignore',
  });
  const programs = [process_, screen];
  const end = (): void => {
    for (const program of programs) program.kill();
  };
  process.once('exit', end);
  const close = (): void => {
    process.off('exit', end);
    end();
  };
  try {
    const send = await createSession(`http://127.0.0.1:${port}`);
    return createPage(send, close);
  } catch (error) {
    close();
    throw error;
  }
}

/** Sends a command of a session and returns its value. */
type Send = (method: 'GET' | 'POST' | 'DELETE', command: string, body?: object) => Promise<unknown>;

async function createSession(address: string): Promise<Send> {
  await waitUntilReady(address);
  const capabilities = { alwaysMatch: { browserName: 'MiniBrowser' } };
  const { sessionId } = (await request(`${address}/session`, 'POST', { capabilities })) as {
    sessionId: string;
  };
  return async (method, command, body) => request(`${address}/session/${sessionId}${command}`, method, body);
}

/** Waits up to ten seconds until the driver accepts sessions. */
async function waitUntilReady(address: string): Promise<void> {
  for (let attempts = 0; attempts < 100; attempts += 1) {
    if (
      await fetch(`${address}/status`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await wait(100);
  }
  throw new Error('WebKitWebDriver does not answer');
}

async function request(url: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`${method} ${url}: ${JSON.stringify(value)}`);
  return value;
}

function createPage(send: Send, end: () => void): RemotePage {
  const evaluate: RemotePage['evaluate'] = async (run, ...args) => {
    const script = `return (${run.toString()})(...arguments)`;
    return (await send('POST', '/execute/sync', { script, args })) as never;
  };
  return {
    open: async (url) => {
      await send('POST', '/url', { url });
    },
    resize: async (width, height) => resize(send, evaluate, { width, height }),
    evaluate,
    click: async (selector) => {
      const [x, y] = await evaluate(scrollTo, selector);
      const actions = [
        { type: 'pointerMove', x, y },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await send('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    type: async (text) => {
      await send('POST', `/element/${idOf(await send('GET', '/element/active'))}/value`, { text });
    },
    press: async (key) => {
      const value = keys[key];
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }));
      await send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    screenshot: async () => Buffer.from((await send('GET', '/screenshot')) as string, 'base64'),
    close: async () => {
      await send('DELETE', '').finally(end);
    },
  };
}

/** Runs in the page: scrolls an element into view if necessary and returns its center in the viewport. */
function scrollTo(selector: string): [x: number, y: number] {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`No element matches ${selector}`);
  const isVisible = ({ top, bottom }: DOMRect): boolean => top >= 0 && bottom <= innerHeight;
  if (!isVisible(element.getBoundingClientRect()))
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
}

/** Codes of keys (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const keys: Readonly<Record<RemoteKey, string>> = {
  Enter: '\ue007',
  Escape: '\ue00c',
  ArrowDown: '\ue015',
  Tab: '\ue004',
  '/': '/',
};

/** Returns the id of an element from its web element reference (https://www.w3.org/TR/webdriver2/#elements). */
function idOf(reference: unknown): string {
  return (reference as Record<string, string>)['element-6066-11e4-a52e-4f735466cecf'] ?? '';
}

/** Sets the size of the viewport: that of the window, plus the height of its tool bar. The window follows with a delay. */
async function resize(
  send: Send,
  evaluate: RemotePage['evaluate'],
  { width, height }: { width: number; height: number },
): Promise<void> {
  const measure = async (): Promise<[number, number]> =>
    evaluate(() => [innerWidth, outerHeight - innerHeight]);
  const [, bars] = await measure();
  await send('POST', '/window/rect', { x: 0, y: 0, width, height: height + bars });
  for (let attempts = 0; attempts < 50; attempts += 1) {
    if ((await measure())[0] === width) return;
    await wait(40);
  }
  throw new Error(`The window of WebKit can't be ${width} px wide`);
}

async function readLine({ stdio }: ChildProcess): Promise<string> {
  const output = stdio[3];
  if (output == null) throw new Error('No pipe for the number of the display');
  const [line] = (await once(output, 'data')) as [Buffer];
  return line.toString().trim();
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
