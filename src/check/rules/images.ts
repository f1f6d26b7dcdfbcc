import { suggest, type Diagnostic, type Place } from '../../diagnostics/index.ts';
import { findAsset, type Text } from '../../library/index.ts';
import type { Rule } from '../rule.ts';

/** Pictures exist beside the text, come from this site, and say what they show. */
export const checkImages: Rule = ({ texts }) =>
  texts.flatMap((text) => text.survey.images.flatMap((image) => checkImage(image, text)));

type Image = Place & { url: string; alt: string };

function checkImage(image: Image, text: Text): Diagnostic[] {
  const at = { file: text.file.file, line: image.line, column: image.column };
  return [...(image.alt.trim() === '' ? [withoutAlt(at)] : []), ...checkAddress(image, text, at)];
}

type At = Pick<Diagnostic, 'file' | 'line' | 'column'>;

function checkAddress({ url }: Image, { file }: Text, at: At): Diagnostic[] {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return [remote(url, at)];
  if (url.startsWith('/')) return [];
  const asset = findAsset(url, file);
  if (asset !== undefined) return asset.fault === undefined ? [] : [faulty(url, asset.fault, at)];
  const beside = [...file.assets.keys()];
  return [
    {
      ...at,
      rule: 'image/broken',
      severity: 'error',
      what: `Unexpected picture \`${url}\`${suggest(url.replace(/^\.\//, ''), beside) || ', expected a file beside the text'}`,
      why: 'The page would show a hole, or could not be built.',
      fix: 'Put the picture into the folder of the text, or correct its name (case counts).',
    },
  ];
}

function faulty(url: string, fault: string, at: At): Diagnostic {
  return {
    ...at,
    rule: 'image/faulty',
    severity: 'error',
    what: `Unexpected file \`${url}\`, expected a picture that can be shown: ${fault}`,
    why: 'The page would show a hole, or the file could do harm to whoever opens it.',
    fix: 'Export the picture anew, as PNG, JPEG, WebP, AVIF or a plain SVG.',
  };
}

function remote(url: string, at: At): Diagnostic {
  return {
    ...at,
    rule: 'image/remote',
    severity: 'error',
    what: `Unexpected picture from elsewhere, \`${url}\`, expected a file beside the text`,
    why: 'Readers would be seen by a third party, and the picture can change or vanish; the policy of the pages blocks it.',
    fix: 'Save the picture into the folder of the text, if its licence allows, and write `./name.png`.',
  };
}

function withoutAlt(at: At): Diagnostic {
  return {
    ...at,
    rule: 'image/without-alt',
    severity: 'warning',
    what: 'Missing description of a picture',
    why: 'Whoever does not see the picture does not learn what it shows.',
    fix: 'Say between the brackets what it shows: `![…](./name.png)`.',
  };
}
