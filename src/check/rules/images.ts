import { findNearest, suggest, type Diagnostic, type Place } from '../../diagnostics/index.ts';
import { findAsset, type Text } from '../../library/index.ts';
import { parseLink } from '../../model/index.ts';
import type { Picture, PictureFault } from '../../sources/index.ts';
import type { Rule } from '../rule.ts';

/** Reports pictures without a file beside the text or in `public/`, those that can’t be published or lose a part, and those without a description. */
export const checkImages: Rule = ({ texts, content }) =>
  texts.flatMap((text) =>
    text.survey.images.flatMap((image) => checkImage(image, text, content.publicFiles)),
  );

type Image = Place & { url: string; alt: string };

type PublicFiles = ReadonlySet<string>;

function checkImage(image: Image, text: Text, publicFiles: PublicFiles): Diagnostic[] {
  const at = { file: text.file.file, line: image.line, column: image.column };
  return [
    ...(image.alt.trim() === '' ? [withoutAlt(image, at)] : []),
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
  if (asset !== undefined) return checkPicture(url, asset.picture, at);
  const beside = [...file.assets.keys()];
  return [
    {
      ...at,
      rule: 'image/broken',
      severity: 'error',
      what: `There is no picture \`${url}\`${suggest(url.replace(/^\.\//, ''), beside) || ' beside the text'}`,
      why: 'Readers would see a broken picture, or the page could not be built.',
      fix: 'Put the picture into the folder of the text, or correct its name (upper and lower case differ).',
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
      what: `There is no picture \`${url}\`${nearest === undefined ? ' in `public/`' : `: did you mean \`${nearest}\`?`}`,
      why: 'Readers would see a broken picture.',
      fix: 'Put the picture into `public/`. Better, put it beside the text and write `./name.png`: such pictures are also scaled to the reader’s screen.',
    },
  ];
}

function checkPicture(url: string, picture: Picture | PictureFault, at: At): Diagnostic[] {
  if ('what' in picture) return [faulty(url, picture, at)];
  return [
    ...(picture.removed.length > 0 ? [reduced(url, picture.removed, at)] : []),
    ...(picture.isStilled ? [stilled(url, at)] : []),
  ];
}

function faulty(url: string, { what, fix }: PictureFault, at: At): Diagnostic {
  return {
    ...at,
    rule: 'image/faulty',
    severity: 'error',
    what: `The picture \`${url}\` can’t be shown: ${what}`,
    why: 'Readers would see a broken picture.',
    fix,
  };
}

/** Parts of a drawing that one message lists. */
const maxListed = 5;

function reduced(url: string, removed: readonly string[], at: At): Diagnostic {
  return {
    ...at,
    rule: 'image/reduced',
    severity: 'warning',
    ...describeRemoved(`The picture \`${url}\``, removed),
  };
}

/** Describes the parts of an SVG that are not published. */
export function describeRemoved(
  subject: string,
  removed: readonly string[],
): Pick<Diagnostic, 'what' | 'why' | 'fix'> {
  const listed = removed.slice(0, maxListed);
  const rest = removed.length > maxListed ? ` and ${String(removed.length - maxListed)} more` : '';
  return {
    what: `${subject} is published without ${listed.join(', ')}${rest}`,
    why: 'An SVG can run scripts, load files of other sites and contain pages, so only drawn shapes and text are published. Readers may miss the rest.',
    fix: removed.some((part) => part.startsWith('`<foreignObject>'))
      ? 'Export the drawing with its texts as SVG text (in draw.io, with “Formatted text” and “Word wrap” switched off), or as PNG.'
      : 'Export the drawing as plain SVG, with pictures and fonts embedded and without scripts and animation, or as PNG.',
  };
}

function stilled(url: string, at: At): Diagnostic {
  return {
    ...at,
    rule: 'image/still',
    severity: 'warning',
    what: `The picture \`${url}\` is an animation of which only the first picture is published`,
    why: 'Animations in this format can’t be resized for the screen.',
    fix: 'Export the animation as GIF or WebP, or show a picture that needs no animation.',
  };
}

function remote(url: string, at: At): Diagnostic {
  return {
    ...at,
    rule: 'image/remote',
    severity: 'error',
    what: `The picture \`${url}\` is not a file of this site`,
    why: 'Pages may not load pictures from other sites: a third party could observe readers, and the picture could change or vanish.',
    fix: `Save the picture into the folder of the text, if its license allows that, and write \`![…](${fileNameOf(url)})\`.`,
  };
}

/** Returns the last part of an address as the name of a file. */
function fileNameOf(url: string): string {
  const name = /([^/?#]+)(?:[?#].*)?$/.exec(url)?.[1] ?? '';
  return /\.(?:png|jpe?g|gif|webp|avif|svg|tiff?)$/i.test(name) ? name : 'name.png';
}

function withoutAlt({ url }: Image, at: At): Diagnostic {
  return {
    ...at,
    rule: 'image/without-alt',
    severity: 'warning',
    what: 'The picture has no description',
    why: 'Readers who can’t see the picture don’t learn what it shows.',
    fix: `Say what it shows between the brackets: \`![…](${url})\`.`,
  };
}
