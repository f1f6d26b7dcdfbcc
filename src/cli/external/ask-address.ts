/** The answer of a site to a request for an address. */
export type ExternalAnswer =
  | { type: 'ok' }
  /** It has moved for good, to this address. */
  | { type: 'moved'; to: string }
  /** It does not exist (any more). */
  | { type: 'missing'; status: number }
  /** The site doesn’t say, as it keeps programs out or asks for a password. */
  | { type: 'unknown'; status: number }
  /** The site has an error, again and again. */
  | { type: 'failing'; status: number }
  | { type: 'unreachable'; reason: string };

/** Settings of the requests. */
export interface AskOptions {
  /** The `User-Agent` of the requests. */
  agent: string;
  /** Time to wait for an answer, in milliseconds. */
  timeout: number;
  /** Waits for a number of milliseconds. */
  pause: (milliseconds: number) => Promise<void>;
}

/** Number of requests for one address that fails for a reason that may pass. */
const maxTries = 3;

/** Maximum number of redirects, as in the Fetch standard (https://fetch.spec.whatwg.org/#http-redirect-fetch). */
const maxRedirects = 20;

/** Longest wait that a site can ask for with `Retry-After`, in milliseconds. */
const longestWait = 20_000;

/** Asks whether an address exists, without loading what is there. Tries again after errors that may pass. */
export async function askAddress(url: string, options: AskOptions): Promise<ExternalAnswer> {
  let answer: ExternalAnswer = { type: 'unreachable', reason: 'no answer' };
  for (let tries = 1; tries <= maxTries; tries += 1) {
    const { answer: found, wait } = await follow(url, options);
    answer = found;
    if (wait === undefined || tries === maxTries) break;
    await options.pause(Math.min(wait * tries, longestWait));
  }
  return answer;
}

/** An answer, and the milliseconds to wait before asking again, if another answer is possible. */
interface Attempt {
  answer: ExternalAnswer;
  wait?: number;
}

/** Follows redirects to the address that answers. */
async function follow(url: string, options: AskOptions): Promise<Attempt> {
  let at = url;
  let isPermanent = true;
  for (let hops = 0; hops <= maxRedirects; hops += 1) {
    const response = await request(at, options);
    if (response instanceof Error)
      return { answer: { type: 'unreachable', reason: describe(response) }, wait: 2000 };
    const { status, headers } = response;
    const location = headers.get('location');
    if (status < 300 || status > 399 || location === null || !URL.canParse(location, at))
      return toAttempt(status, headers, { from: url, at, isPermanent });
    isPermanent &&= status === 301 || status === 308;
    at = new URL(location, at).href;
    if (!/^https?:/.test(at))
      return { answer: { type: 'unreachable', reason: 'it leads to another protocol' } };
  }
  return { answer: { type: 'unreachable', reason: 'its redirects go in circles' } };
}

function toAttempt(
  status: number,
  headers: Headers,
  { from, at, isPermanent }: { from: string; at: string; isPermanent: boolean },
): Attempt {
  if (status < 400) {
    const isElsewhere = isPermanent && withoutFragment(from) !== withoutFragment(at);
    return { answer: isElsewhere ? { type: 'moved', to: at } : { type: 'ok' } };
  }
  if (status === 404 || status === 410) return { answer: { type: 'missing', status } };
  if (status === 429) {
    const seconds = Number(headers.get('retry-after') ?? '5');
    return { answer: { type: 'unknown', status }, wait: (Number.isFinite(seconds) ? seconds : 5) * 1000 };
  }
  if (status >= 500) return { answer: { type: 'failing', status }, wait: 2000 };
  return { answer: { type: 'unknown', status } };
}

/** Asks for the headers, or for the whole if a site refuses that, of which nothing is read. */
async function request(url: string, options: AskOptions): Promise<Response | Error> {
  const head = await send('HEAD', url, options);
  if (head instanceof Error || ![400, 403, 404, 405, 501].includes(head.status)) return head;
  return send('GET', url, options);
}

async function send(method: string, url: string, { agent, timeout }: AskOptions): Promise<Response | Error> {
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { 'user-agent': agent, accept: '*/*' },
      signal: AbortSignal.timeout(timeout),
    });
    await response.body?.cancel();
    return response;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Returns why a request failed, in a few words. */
function describe(error: Error): string {
  if (error.name === 'TimeoutError') return 'it does not answer';
  const { code = '' } = (error.cause ?? {}) as { code?: string };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its host is unknown';
  if (code === 'ECONNREFUSED') return 'its host refuses connections';
  if (/CERT|SSL|TLS/.test(code)) return 'its certificate is not valid';
  return code === '' ? error.message : `the connection fails (${code})`;
}

function withoutFragment(url: string): string {
  return new URL(url).href.replace(/#.*$/, '');
}
