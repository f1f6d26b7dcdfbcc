import { dateToInstant, localeToLang, toAbsolute, type CalendarDate } from '../locale/index.ts';
import { siteAddress, type Site } from '../model/index.ts';

/**
 * Returns the content of `/.well-known/security.txt` (RFC 9116): the contact for reports of a vulnerability of the site.
 *
 * @param contact address from `securityContact`
 */
export function siteToSecurityText(site: Site, contact: string, today: CalendarDate): string {
  const fields = {
    Contact: contact,
    Expires: dateToInstant(expiryAt(today)),
    'Preferred-Languages': site.locales.map(localeToLang).join(', '),
    Canonical: toAbsolute('/.well-known/security.txt', siteAddress(site)),
  };
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

/** Returns the last day before this month of the next year: less than a year away (RFC 9116, 2.5.5), and the same for all builds of a month. */
function expiryAt(today: CalendarDate): CalendarDate {
  const date = new Date(dateToInstant(today));
  return new Date(Date.UTC(date.getUTCFullYear() + 1, date.getUTCMonth(), 0)).toISOString().slice(0, 10);
}
