import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/** Time without requests after which a server counts as idle, and the longest time to wait for that, in milliseconds. */
const quietMs = 1000;
const longestMs = 8000;

/** Watches the requests to a server. */
export interface RequestMonitor {
  middleware: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  /** Resolves when no request has been open for a second, or after some seconds. */
  idle: () => Promise<void>;
}

/** Creates a monitor of requests. */
export function createRequestMonitor(): RequestMonitor {
  let open = 0;
  let last = performance.now();
  return {
    middleware: (_request, response, next) => {
      open += 1;
      response.once('close', () => {
        open -= 1;
        last = performance.now();
      });
      next();
    },
    idle: async () => {
      const end = performance.now() + longestMs;
      while (performance.now() < end && (open > 0 || performance.now() < last + quietMs))
        await setTimeout(50);
    },
  };
}
