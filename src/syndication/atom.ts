import { x } from 'xastscript';
import { dateToInstant, type CalendarDate } from '../locale/index.ts';
import { toXmlFile } from './xml.ts';

/** A feed of articles in one language. All addresses are full URLs. */
export interface Feed {
  lang: string;
  title: string;
  subtitle: string;
  /** The home page in the feed's language. */
  home: string;
  /** The feed's own address. */
  self: string;
  author: { name: string; url: string | undefined };
  browserView: BrowserView;
  entries: readonly FeedEntry[];
}

/** Content that browsers show when a person opens the feed. */
interface BrowserView {
  /** Address of the style sheet. */
  stylesheet: string;
  /** Explains what a feed is and how to use it. */
  explanation: string;
  /** Text of the link to the home page. */
  toHome: string;
}

/** An article in a feed. */
export interface FeedEntry {
  url: string;
  title: string;
  summary: string;
  published: CalendarDate;
  updated: CalendarDate;
  topics: readonly { id: string; label: string }[];
  /** The whole text as HTML with full URLs. */
  html: string;
}

/** Serializes a feed as an Atom document (RFC 4287). Its date is that of the newest entry, so it does not depend on the clock. */
export function feedToXml(feed: Feed): string {
  const { lang, title, subtitle, home, self, author, browserView, entries } = feed;
  const newest =
    entries
      .map(({ updated }) => updated)
      .sort()
      .at(-1) ?? '1970-01-01';
  const root = x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': lang }, [
    x('title', title),
    x('subtitle', subtitle),
    toBrowserView(browserView, home),
    x('link', { rel: 'alternate', type: 'text/html', href: home }),
    x('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    x('id', home),
    x('updated', dateToInstant(newest)),
    x('author', [x('name', author.name), ...(author.url === undefined ? [] : [x('uri', author.url)])]),
    ...entries.map(toElement),
  ]);
  return toXmlFile(x(null, [toStylesheetLink(browserView), root]));
}

/** Returns a processing instruction that links a style sheet (https://www.w3.org/TR/xml-stylesheet/). */
function toStylesheetLink({ stylesheet }: BrowserView) {
  const value = `type="text/css" href="${stylesheet}"`;
  return { type: 'instruction', name: 'xml-stylesheet', value } as const;
}

/** Returns an XHTML element, which browsers show and feed readers ignore (RFC 4287, section 6). */
function toBrowserView({ explanation, toHome }: BrowserView, home: string) {
  return x('div', { xmlns: 'http://www.w3.org/1999/xhtml' }, [
    x('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    x('p', explanation),
    x('p', [x('a', { href: home }, toHome)]),
  ]);
}

function toElement({ url, title, summary, published, updated, topics, html }: FeedEntry) {
  return x('entry', [
    x('title', title),
    x('link', { rel: 'alternate', type: 'text/html', href: url }),
    x('id', url),
    x('published', dateToInstant(published)),
    x('updated', dateToInstant(updated)),
    ...topics.map(({ id, label }) => x('category', { term: id, label })),
    summary === '' ? undefined : x('summary', { type: 'text' }, summary),
    x('content', { type: 'html' }, html),
  ]);
}
