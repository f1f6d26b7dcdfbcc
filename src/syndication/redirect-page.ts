import { createHash } from 'node:crypto';
import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';

/** The contents of a page that only leads on to another. */
interface RedirectPage {
  /** Path of the target, from the root of the host. */
  href: string;
  /** URL that search engines should index instead. */
  canonical: string;
  /** The page’s languages, that of the target first. */
  languages: readonly RedirectLanguage[];
}

interface RedirectLanguage {
  lang: string;
  /** Sentence that explains the page. */
  explanation: string;
  /** The link for people whose browser does not follow by itself. */
  href: string;
  title: string;
  /** The language of the title. */
  titleLang: string;
}

/** The whole style of the page: it loads nothing, so that it leads on at once. */
const style =
  ':root{color-scheme:light dark}' +
  'body{max-width:34rem;margin:12vh auto 0;padding:0 1.25rem;font:1.05rem/1.6 system-ui,sans-serif;word-break:keep-all;overflow-wrap:anywhere}' +
  'h1,h2{margin:2.5rem 0 .5rem;font-size:1rem;font-weight:400}' +
  'p{margin:0;font-weight:700}';

const policy = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "trusted-types 'none'",
].join(';');

/** Returns the HTML of a page that leads on to another at once, without scripts, on hosts that don’t read `_redirects`. */
export function redirectToHtml({ href, canonical, languages }: RedirectPage): string {
  const { lang, title, explanation } = languages[0] ?? { lang: '', title: '', explanation: '' };
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang }, [
        h('head', [
          h('meta', { charset: 'utf-8' }),
          h('meta', { httpEquiv: 'content-security-policy', content: policy }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('title', title),
          h('meta', { name: 'description', content: explanation }),
          h('meta', { name: 'robots', content: 'noindex' }),
          h('link', { rel: 'canonical', href: canonical }),
          h('meta', { httpEquiv: 'refresh', content: `0; url=${href}` }),
          h('style', style),
        ]),
        h('body', [h('main', languages.map(toSection))]),
      ]),
    ],
  };
  return `${toHtml(root)}\n`;
}

function toSection(
  { lang, explanation, href, title, titleLang }: RedirectLanguage,
  index: number,
): ElementContent {
  return h('section', { lang }, [
    h(index === 0 ? 'h1' : 'h2', explanation),
    h('p', h('a', { href, hreflang: lang, lang: titleLang === lang ? undefined : titleLang }, title)),
  ]);
}
