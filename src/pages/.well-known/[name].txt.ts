import type { APIRoute } from 'astro';
import { loadSettings } from '../../astro/index.ts';
import { securityContact } from '../../model/index.ts';
import { siteToSecurityText } from '../../syndication/security-text.ts';

/** Returns the path of `security.txt` if the site has a contact, or none: a route without parameters can't be left out. */
export async function getStaticPaths() {
  const { site, today } = await loadSettings();
  const contact = securityContact(site);
  return contact === undefined
    ? []
    : [{ params: { name: 'security' }, props: { text: siteToSecurityText(site, contact, today) } }];
}

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = ({ props: { text } }) => new Response(text);
