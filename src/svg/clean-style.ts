import { find, generate, parse, walk, type CssNode, type ParseOptions } from 'css-tree';
import { allowedAtRules, allowedFunctions } from './allowed.ts';
import type { Removed } from './removed.ts';

/**
 * Removes from a style sheet what could load a file or is not understood: at-rules such as `@import`, and declarations with
 * `url()` to anything but an element of the same drawing, or with a function that is not on the allow-list.
 */
export function cleanStyleSheet(css: string, removed: Removed): string {
  return clean(css, 'stylesheet', removed);
}

/** Cleans the declarations of a `style` attribute, like those of a style sheet. */
export function cleanDeclarations(css: string, removed: Removed): string {
  return clean(css, 'declarationList', removed);
}

/** Returns a value of a presentation attribute, normalized, or `undefined` if it could load a file or is not understood. */
export function cleanValue(value: string): string | undefined {
  // Colors, numbers and keywords, which most values are.
  if (/^[\w\s.,#%+-]*$/.test(value)) return value;
  const tree = tryParse(value, 'value');
  return tree !== undefined && isHarmless(tree) ? generate(tree) : undefined;
}

function clean(css: string, context: NonNullable<ParseOptions['context']>, removed: Removed): string {
  const tree = tryParse(css, context);
  if (tree === undefined) {
    removed.add(css);
    return '';
  }
  walk(tree, function (node, item, list) {
    if (isKept(node)) return undefined;
    // Comments, and the `<!--` that very old browsers needed, do not affect the drawing.
    if (!['Comment', 'CDO', 'CDC'].includes(node.type)) removed.add(nameOf(node));
    list.remove(item);
    return this.skip;
  });
  return generate(tree);
}

/** Nested deeply enough, CSS overflows the stack of the parser. */
function tryParse(css: string, context: NonNullable<ParseOptions['context']>): CssNode | undefined {
  try {
    return parse(css, { context, parseCustomProperty: true });
  } catch {
    return undefined;
  }
}

function isKept(node: CssNode): boolean {
  switch (node.type) {
    case 'Atrule':
      return (
        allowedAtRules.has(node.name.toLowerCase()) && (node.prelude === null || isHarmless(node.prelude))
      );
    case 'Rule':
      return node.prelude.type !== 'Raw';
    case 'Declaration':
      // A variable could carry a reference past the estimate of the drawing's cost.
      if (node.property.startsWith('--') && find(node.value, ({ type }) => type === 'Url')) return false;
      return isHarmless(node.value, node.property.toLowerCase() === 'src');
    case 'Comment':
    case 'CDO':
    case 'CDC':
    case 'Raw':
      return false;
    default:
      return true;
  }
}

/** Returns whether a value or prelude is understood in full and refers to nothing outside the file. */
function isHarmless(value: CssNode, isFontSource = false): boolean {
  const harmful = find(value, (node) => {
    if (node.type === 'Raw') return true;
    if (node.type === 'Url') return !(node.value.startsWith('#') || (isFontSource && isFontData(node.value)));
    if (node.type === 'Function') {
      const name = node.name.toLowerCase();
      return !(allowedFunctions.has(name) || (isFontSource && ['format', 'local', 'tech'].includes(name)));
    }
    return false;
  });
  return harmful === null;
}

/** Drawing programs such as Excalidraw embed their fonts. */
function isFontData(url: string): boolean {
  return /^data:(?:application\/)?(?:x-)?font[/-][a-z0-9-]+(?:;charset=[a-z0-9-]+)?;base64,[A-Za-z0-9+/=\s]*$/.test(
    url,
  );
}

function nameOf(node: CssNode): string {
  return node.type === 'Atrule' ? `@${node.name}` : generate(node);
}
