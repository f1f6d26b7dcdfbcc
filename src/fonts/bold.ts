/**
 * Elements and classes that the style sheets set in bold. A missing one shows letters of a fallback font, which
 * `testing/browser/fonts.spec.ts` detects; one too many only costs some bytes. Titles in lists need no entry, because they
 * are headings on their own pages.
 */
const boldNames = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'b', 'th'];
const boldClasses = ['site-name', 'language-list', 'contents', 'callout-title', 'strong', 'title'];

const isBoldInFigure = new RegExp(`^(?:${boldNames.join('|')}|figcaption)$`);
const isBoldElsewhere = new RegExp(`^(?:${boldNames.join('|')}|dt)$`);
const isBoldClass = new RegExp(`\\sclass="(?:[^"]* )?(?:${boldClasses.join('|')})[ "]`);

/** Interactive figures have bold captions and regular terms; everywhere else it is the other way around. */
const isFigure = /\sclass="figure[ "]/;

/** Matches a comment, script or style as a whole, or a tag: its slash, name and attributes. */
const markup =
  /<!--[\s\S]*?-->|<(?:script|style)\b[\s\S]*?<\/(?:script|style)>|<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*)>/gi;

const voidNames = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/**
 * Returns the bold text of a page. Supports only the HTML that this site's build writes, with all elements closed and all
 * attributes in double quotes: an HTML parser takes ten times as long, and a site has thousands of pages.
 */
export function boldText(html: string): string {
  let text = '';
  let depth = 0;
  let boldDepth = Infinity;
  let end = 0;
  let figureDepth = Infinity;
  for (const { 0: tag, 1: slash, 2: name = '', 3: attributes = '', index } of html.matchAll(markup)) {
    if (depth >= boldDepth) text += html.slice(end, index);
    end = index + tag.length;
    if (slash === '/') {
      depth -= 1;
      if (depth < boldDepth) boldDepth = Infinity;
      if (depth < figureDepth) figureDepth = Infinity;
    } else if (slash === '' && !voidNames.test(name) && !attributes.endsWith('/')) {
      depth += 1;
      if (name === 'figure' && isFigure.test(attributes)) figureDepth = depth;
      const isBoldName = depth > figureDepth ? isBoldInFigure : isBoldElsewhere;
      const isBold = isBoldName.test(name) || isBoldClass.test(attributes);
      if (boldDepth === Infinity && isBold) boldDepth = depth;
    }
  }
  return text;
}
