import { startHost } from '../../host/index.ts';
import { buildSharedSite, sharedSites, type SharedSite } from './shared-sites.ts';

/** Builds the shared sites unless they are cached, serves them, and returns a function that ends both servers. */
export default async function serveSites(): Promise<() => Promise<void>> {
  const narani = await serveSite('narani');
  const fixture = await serveSite('fixture');
  // Playwright's workers are processes of their own, and inherit this.
  process.env.NARANI_ORIGIN = new URL(narani.url).origin;
  process.env.FIXTURE_ORIGIN = new URL(fixture.url).origin;
  return async () => {
    await Promise.all([narani.close(), fixture.close()]);
  };
}

async function serveSite(name: SharedSite) {
  return startHost({ directory: await buildSharedSite(name), base: sharedSites[name].base, port: 0 });
}
