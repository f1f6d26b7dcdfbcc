import type { XmlError } from '@rgrove/parse-xml';

/** Why a file is not an SVG that can be published, and what to do about it. */
export interface SvgFault {
  what: string;
  fix: string;
}

/** The nesting that libxml2, the XML parser of most programs, reads by default. */
export const maxDepth = 256;

/** More elements than any drawing that a browser shows without delay. */
export const maxCost = 200_000;

const exportAgain =
  'Export the drawing again as plain SVG, or as PNG. If it was copied from a page, check that every element is closed.';

/** Reports an error of the XML parser with its line. */
export function malformed(error: XmlError, source: string): SvgFault {
  const [reason = ''] = error.message.split(/ \(line \d/);
  const usesEntities = source.includes('<!ENTITY') && /entit/i.test(reason);
  return {
    what: `its XML is malformed in line ${String(error.line)}: ${reason}`,
    fix: usesEntities
      ? 'Entities that a file declares itself are not read. Export the drawing without them: in Illustrator, without “Preserve Illustrator Editing Capabilities”.'
      : exportAgain,
  };
}

/** Reports a file with another root element. */
export const notSvg = (root: string): SvgFault => ({
  what: `it contains \`<${root}>\` instead of an SVG drawing`,
  fix: 'Check that this is the file you wanted, and export the drawing as SVG or PNG.',
});

/** Reports elements or styles within one another that a parser can’t follow. */
export const tooDeep: SvgFault = {
  what: `its elements or styles are nested more than ${String(maxDepth)} levels deep`,
  fix: 'Ungroup the drawing and export it again, or export it as PNG.',
};

/** Reports a drawing that keeps browsers busy for seconds. */
export const tooCostly: SvgFault = {
  what: `browsers would have to draw more than ${maxCost.toLocaleString('en')} elements for it, counting every use of a copy, pattern, mask or filter`,
  fix: 'Export the drawing as PNG.',
};
