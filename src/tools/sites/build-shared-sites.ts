import { buildSharedSite, listSharedSites } from './shared-sites.ts';

/** Builds the sites that the suites share, so that suites which run side by side find them built. */
try {
  for (const name of listSharedSites()) console.log(`Built: ${await buildSharedSite(name)}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
