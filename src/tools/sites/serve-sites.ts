import { startHost } from '../../host/index.ts';
import { buildSharedSite, listSharedSites, sharedSites, type SharedSite } from './shared-sites.ts';

/** Builds the shared sites unless they are cached, serves them, and returns a function that ends the servers. */
export default async function serveSites(): Promise<() => Promise<void>> {
  const hosts: Awaited<ReturnType<typeof serveSite>>[] = [];
  for (const name of listSharedSites()) {
    const host = await serveSite(name);
    // Playwright's workers are processes of their own, and inherit this.
    process.env[`${name.toUpperCase()}_ORIGIN`] = new URL(host.url).origin;
    hosts.push(host);
  }
  return async () => {
    await Promise.all(hosts.map((host) => host.close()));
  };
}

async function serveSite(name: SharedSite) {
  return startHost({ directory: await buildSharedSite(name), base: sharedSites[name].base, port: 0 });
}
