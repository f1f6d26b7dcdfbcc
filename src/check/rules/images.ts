import { findNearest, suggest, type Diagnostic, type Place } from '../../diagnostics/index.ts';
import { findAsset, type Text } from '../../library/index.ts';
import { parseLink } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

/** Pictures exist, beside the text or in `public/`, and say what they show. */
export const checkImages: Rule = ({ texts, content }) =>
  texts.flatMap((text) =>
    text.survey.images.flatMap((image) => checkImage(image, text, content.publicFiles)),
  );

type Image = Place & { url: string; alt: string };

type PublicFiles = ReadonlySet<string>;

function checkImage(image: Image, text: Text, publicFiles: PublicFiles): Diagnostic[] {
  const at = { file: text.file.file, line: image.line, column: image.column };
  return [
    ...(image.alt.trim() === '' ? [withoutAlt(at)] : []),
    ...checkAddress(image, text, { at, publicFiles }),
  ];
}

type At = Pick<Diagnostic, 'file' | 'line' | 'column'>;

function checkAddress(
  { url }: Image,
  { file }: Text,
  { at, publicFiles }: { at: At; publicFiles: PublicFiles },
): Diagnostic[] {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return [remote(url, at)];
  if (url.startsWith('/')) return checkPublic(url, file, { at, publicFiles });
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

function checkPublic(
  url: string,
  file: Text['file'],
  { at, publicFiles }: { at: At; publicFiles: PublicFiles },
): Diagnostic[] {
  const destination = parseLink(url, file);
  if (destination.type === 'root' && publicFiles.has(destination.path)) return [];
  const nearest = findNearest(
    url,
    [...publicFiles].map((name) => `/${name}`),
  );
  return [
    {
      ...at,
      rule: 'image/broken',
      severity: 'error',
      what: `Unexpected picture \`${url}\`${nearest === undefined ? ', expected a file in `public/`' : `: did you mean \`${nearest}\`?`}`,
      why: 'The page would show a hole.',
      fix: 'Put the picture into `public/`, or beside the text and write `./name.png`, which also fits it to the screen.',
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
