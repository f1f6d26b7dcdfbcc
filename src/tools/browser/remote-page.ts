/** A page in a browser that Playwright can't drive. */
export interface RemotePage {
  /** Opens an address and waits until the page has loaded. */
  open: (url: string) => Promise<void>;
  /** Sets the size of the viewport in CSS pixels. */
  resize: (width: number, height: number) => Promise<void>;
  /** Runs a function in the page. It must not refer to anything outside itself. */
  evaluate: <Arguments extends readonly unknown[], Result>(
    run: (...args: Arguments) => Result | Promise<Result>,
    ...args: Arguments
  ) => Promise<Result>;
  /** Clicks the first element that a selector matches. */
  click: (selector: string) => Promise<void>;
  /** Types text into the element that has the focus. */
  type: (text: string) => Promise<void>;
  /** Presses a key, named as in `KeyboardEvent.key`. */
  press: (key: RemoteKey) => Promise<void>;
  /** Takes a screenshot of the viewport, as PNG. */
  screenshot: () => Promise<Uint8Array>;
  /** Ends the browser. */
  close: () => Promise<void>;
}

/** Keys that tests press. */
export type RemoteKey = 'Enter' | 'Escape' | 'ArrowDown' | 'Tab' | '/';
