import { vi } from 'vitest';

/** Files that `fetch` returns. */
interface HostedFiles {
  /** Address of their folder. */
  address: string;
  /** Paths of the files that were fetched, in order. */
  requests: string[];
}

const hosted = new Map<string, { files: ReadonlyMap<string, Uint8Array>; requests: string[] }>();

/** The `fetch` of other tests, which share the process. */
const network = globalThis.fetch;

/** Has `fetch` return files, by their path below an address, instead of going to the network. All other addresses stay as they are. */
export function hostFiles(files: ReadonlyMap<string, Uint8Array>): HostedFiles {
  vi.stubGlobal('fetch', respond);
  const address = `/files-${hosted.size}/`;
  const requests: string[] = [];
  hosted.set(address, { files, requests });
  return { address, requests };
}

function respond(...request: Parameters<typeof fetch>): Promise<Response> {
  const url = typeof request[0] === 'string' ? request[0] : '';
  const [, address = '', name = ''] = /^(\/files-\d+\/)([^?]*)/.exec(url) ?? [];
  const host = hosted.get(address);
  if (host === undefined) return network(...request);
  host.requests.push(name);
  const file = host.files.get(name);
  return Promise.resolve(
    file === undefined ? new Response(null, { status: 404 }) : new Response(new Uint8Array(file)),
  );
}
