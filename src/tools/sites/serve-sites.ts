import path from 'node:path';
import { startHost } from '../../host/index.ts';
import { buildSite, createFolder, fixtureSite, root } from './run.ts';

/** Build and serve Narani itself and the small site under a base path; gives what ends both. */
export default async function serveSites(): Promise<() => Promise<void>> {
  const hosts = [
    await buildAndServe(path.join(root, 'content'), '/'),
    await buildAndServe(fixtureSite, '/kb/'),
  ];
  const [narani, fixture] = hosts.map(({ url }) => new URL(url).origin);
  // Playwright's workers are processes of their own, and inherit this.
  process.env.NARANI_ORIGIN = narani;
  process.env.FIXTURE_ORIGIN = fixture;
  return async () => {
    await Promise.all(hosts.map(async (host) => host.close()));
  };
}

async function buildAndServe(content: string, base: string) {
  const output = createFolder('served');
  await buildSite(content, output);
  return startHost({ directory: output, base, port: 0 });
}
