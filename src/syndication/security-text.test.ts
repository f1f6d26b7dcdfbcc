import { expect, test } from 'vitest';
import { site } from '../testing/builders.ts';
import { siteToSecurityText } from './security-text.ts';

test('security.txt has the contact, an end, the languages and its address', () => {
  expect(siteToSecurityText(site(), 'mailto:author@example.org', '2026-11-30')).toMatchInlineSnapshot(`
    "Contact: mailto:author@example.org
    Expires: 2027-10-31T00:00:00Z
    Preferred-Languages: ko, en
    Canonical: https://narani.example/.well-known/security.txt
    "
  `);
});

test.each([
  ['2026-11-01', '2027-10-31'],
  ['2026-01-01', '2026-12-31'],
  ['2027-03-31', '2028-02-29'],
])('security.txt of %s expires on %s, within a year', (today, expires) => {
  expect(siteToSecurityText(site(), 'mailto:a@example.org', today)).toContain(
    `Expires: ${expires}T00:00:00Z\n`,
  );
});
