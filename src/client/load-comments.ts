/** Makes the button load the comments, which come from another site: nothing is requested from there before it is clicked. */
export function loadOnClick(page: Document): void {
  const button = page.querySelector<HTMLButtonElement>('.comments button');
  if (button === null) return;
  const session = takeSession(button.dataset.session);
  button.addEventListener('click', () => {
    const frame = page.createElement('iframe');
    frame.title = page.querySelector('.comments h2')?.textContent ?? '';
    // The frame can’t lead the page elsewhere by itself, only when the reader follows a link in it, for example to sign in.
    frame.sandbox.add(
      'allow-forms',
      'allow-popups',
      'allow-popups-to-escape-sandbox',
      'allow-same-origin',
      'allow-scripts',
      'allow-top-navigation-by-user-activation',
    );
    const show = (ownSession: string): void => {
      frame.src = fill(button.dataset.frame ?? '', { theme: currentTheme(page), session: ownSession });
    };
    show(session);
    followFrame(frame, () => {
      show('');
    });
    button.replaceWith(frame);
    frame.focus();
  });
}

function fill(address: string, values: Readonly<Record<string, string>>): string {
  return address.replace(/\{(theme|session)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

function currentTheme({ documentElement }: Document): string {
  const { theme } = documentElement.dataset;
  if (theme === 'light' || theme === 'dark') return theme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** The key of the session in the storage of the device. */
const storageKey = 'comments';

/**
 * Returns the session of a reader who has signed in at the site with the comments, or an empty string. It comes in the address of
 * the page once, is removed from there, and is stored on the device.
 */
function takeSession(parameter: string | undefined): string {
  if (parameter === undefined) return '';
  const address = new URL(location.href);
  const given = address.searchParams.get(parameter);
  try {
    if (given === null) return localStorage.getItem(storageKey) ?? '';
    localStorage.setItem(storageKey, given);
  } catch {
    // Storage is blocked: the session lasts as long as the page.
  }
  address.searchParams.delete(parameter);
  history.replaceState(history.state, '', address);
  return given ?? '';
}

/** The heights that a frame can have, in CSS pixels. */
const [lowest, highest] = [100, 20_000];

/** What the page in the frame may report. There is no standard for it: giscus and utterances have messages of their own. */
interface Report {
  height?: unknown;
  giscus?: { resizeHeight?: unknown; signOut?: unknown; error?: unknown };
}

/** Errors of giscus about a session that is no longer valid. */
const expired = /Bad credentials|Invalid state value|State has expired/;

/** Gives a frame the height that its page reports, and forgets the session when its page ends it. */
function followFrame(frame: HTMLIFrameElement, showSignedOut: () => void): void {
  const { origin } = new URL(frame.src);
  addEventListener('message', ({ source, origin: from, data }: MessageEvent<Report | null>) => {
    if (source !== frame.contentWindow || from !== origin) return;
    const { height, giscus = {} } = data ?? {};
    const reported = Number(giscus.resizeHeight ?? height);
    if (reported > 0) frame.height = String(Math.min(highest, Math.max(lowest, Math.ceil(reported))));
    const isOver = giscus.signOut === true || expired.test(String(giscus.error));
    if (isOver && forgetSession()) showSignedOut();
  });
}

/** Returns whether a session was stored. */
function forgetSession(): boolean {
  try {
    const isStored = storageKey in localStorage;
    localStorage.removeItem(storageKey);
    return isStored;
  } catch {
    return false;
  }
}
