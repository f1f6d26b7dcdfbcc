/**
 * What the style sheets set in bold, by an element's name or class. More than is bold costs some bytes; less shows letters
 * of another font, which `testing/browser/fonts.spec.ts` tells. (Titles in lists are headings of pages of their own.)
 */
const boldNames = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'b', 'th'];
const boldClasses = ['site-name', 'language-list', 'contents', 'callout-title', 'strong', 'title'];

const isBoldInFigure = new RegExp(`^(?:${boldNames.join('|')}|figcaption)$`);
const isBoldElsewhere = new RegExp(`^(?:${boldNames.join('|')}|dt)$`);
const isBoldClass = new RegExp(`\\sclass="(?:[^"]* )?(?:${boldClasses.join('|')})[ "]`);

/** Figures that run in the page have bold captions, as no others have, and terms that are not. */
const isFigure = /\sclass="figure[ "]/;

/** Comments and scripts are passed over whole; of a tag: whether it closes, its name, its attributes. */
const markup =
  /<!--[\s\S]*?-->|<(?:script|style)\b[\s\S]*?<\/(?:script|style)>|<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*)>/gi;

const voidNames = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/**
 * The text of a page that is set in bold. It reads HTML as this site's build writes it, every element closed and every
 * attribute in double quotes: a parser for any HTML takes ten times as long, and a site has thousands of pages.
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
