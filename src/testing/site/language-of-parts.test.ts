import { expect, test } from 'vitest';
import { listUnmarkedHangul, readPages } from '../../tools/sites/built-site.ts';
import { buildSharedSite } from '../../tools/sites/shared-sites.ts';

test.each(['narani', 'fixture'] as const)(
  'every page of the %s site marks Hangul within other languages as Korean',
  async (site) => {
    const pages = readPages(await buildSharedSite(site), '/');
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.flatMap((page) => listUnmarkedHangul(page).map((text) => `${page.file}: ${text}`))).toEqual(
      [],
    );
  },
);
