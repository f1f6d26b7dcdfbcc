import { suggest, type Diagnostic } from '../../diagnostics/index.ts';
import { deriveAccent, isShownExactly } from '../../identity/accent.ts';
import { colors } from '../../identity/colors.ts';
import { contrastOf } from '../../identity/contrast.ts';
import type { Content, LogoFile } from '../../sources/index.ts';
import type { Rule } from '../rule.ts';
import { describeRemoved } from './images.ts';

/** Reports a logo that can’t be used or looks wrong, and an accent that no theme shows as it is. */
export const checkIdentity: Rule = ({ content }) => [...checkLogo(content), ...checkAccent(content)];

/** A logo is loaded with every page, so its size is limited. */
const maxLogoBytes = 50_000;

/** The largest part by which a logo may be wider or higher than a square. */
const tolerance = 0.02;

function checkLogo({ site: { logo: name = '' }, logo, files }: Content): Diagnostic[] {
  if (logo === undefined) return [];
  const report = (rule: string, rest: Pick<Diagnostic, 'severity' | 'what' | 'why' | 'fix'>): Diagnostic => ({
    file: files.site.name,
    ...(files.site.places.get('logo') ?? { line: 1, column: 1 }),
    rule: `logo/${rule}`,
    ...rest,
  });
  if ('instead' in logo) {
    return [
      report('missing', {
        severity: 'error',
        what: `There is no file \`${name}\` in the content folder${suggest(name, logo.instead)}`,
        why: needed,
        fix: 'Put the logo beside `site.yaml`, or correct its name (upper and lower case differ). Without the line `logo:`, the first letter of the site’s name is its logo.',
      }),
    ];
  }
  if ('what' in logo)
    return [
      report('faulty', {
        severity: 'error',
        what: `The logo \`${name}\` can’t be shown: ${logo.what}`,
        why: needed,
        fix: logo.fix,
      }),
    ];
  return [
    ...(logo.bytes > maxLogoBytes
      ? [
          report('too-large', {
            severity: 'error',
            what: `The logo \`${name}\` has ${kilobytes(logo.bytes)}, more than ${kilobytes(maxLogoBytes)}`,
            why: 'Every page loads it.',
            fix: `Simplify the drawing, or shrink the file: \`npx svgo ${name}\`.`,
          }),
        ]
      : []),
    ...(isSquare(logo)
      ? []
      : [
          report('not-square', {
            severity: 'warning',
            what: `The logo \`${name}\` is not square: ${format(logo.width)} × ${format(logo.height)}`,
            why: 'Browser tabs and home screens show it in a square, so it would be small there, with empty margins.',
            fix: `Use the part that is recognized on its own, such as a first letter. To keep it whole, write \`${squareAttributes(logo)}\` in the \`<svg>\` element of the file instead of its width, height and viewBox.`,
          }),
        ]),
    ...(logo.svg.includes('<text')
      ? [
          report('with-text', {
            severity: 'warning',
            what: `The logo \`${name}\` contains text, not only shapes`,
            why: 'It looks different on each device, and so do the icons made on another computer, because each draws it in a font that it has.',
            fix: 'Convert the text to paths and export the file again: in Inkscape Path › Object to Path, in Illustrator Type › Create Outlines, in Figma Flatten.',
          }),
        ]
      : []),
    ...findHidden(logo).map((theme) =>
      report('hard-to-see', {
        severity: 'warning',
        what: `The logo \`${name}\` can hardly be seen in the ${theme} theme: its colors are close to the background \`${colors[theme].paper}\``,
        why: 'Readers see an empty place beside the name of the site.',
        fix:
          theme === 'dark'
            ? 'Draw it on a background of its own, or give it other colors in the dark theme, first in the `<svg>` element: `<style>@media (prefers-color-scheme: dark) { path { fill: #fff } }</style>`.'
            : 'Draw it on a background of its own, or in a darker color.',
      }),
    ),
    ...(logo.removed.length > 0
      ? [
          report('reduced', {
            severity: 'warning',
            ...describeRemoved(`The logo \`${name}\``, logo.removed),
          }),
        ]
      : []),
  ];
}

/** The contrast from which a pixel can be told from its background at a glance, and the part of a logo that must have it. */
const visible = { contrast: 1.6, share: 0.1 };

/** Returns the themes in which a logo can hardly be seen. A logo with colors for the dark theme can be seen there. */
function findHidden({ svg, pixels }: LogoFile): ('light' | 'dark')[] {
  const followsTheme = svg.includes('prefers-color-scheme');
  return (['light', 'dark'] as const).filter((theme) => {
    const seen = pixels.filter((pixel) => contrastOf(pixel, colors[theme].paper) >= visible.contrast);
    return !(theme === 'dark' && followsTheme) && seen.length <= visible.share * pixels.length;
  });
}

const needed = 'Every page, the browser’s tab and the cards of shared links show it.';

function isSquare({ width, height }: LogoFile): boolean {
  return Math.max(width, height) / Math.min(width, height) <= 1 + tolerance;
}

/** Returns the attributes that make an SVG square by margins. */
function squareAttributes({ svg, width, height }: LogoFile): string {
  const viewBox = /^<svg[^>]*? viewBox="([^"]*)"/.exec(svg)?.[1]?.split(' ').map(Number);
  const [x = 0, y = 0, wide = width, high = height] = viewBox ?? [];
  const side = Math.max(wide, high);
  const box = [x - (side - wide) / 2, y - (side - high) / 2, side, side].map(format).join(' ');
  return `width="${format(side)}" height="${format(side)}" viewBox="${box}"`;
}

function format(value: number): string {
  return String(Number(value.toFixed(2)));
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} KB`;
}

function checkAccent({ site: { accent }, files }: Content): Diagnostic[] {
  if (accent === undefined || isShownExactly(accent)) return [];
  const { light, dark } = deriveAccent(accent);
  return [
    {
      file: files.site.name,
      ...(files.site.places.get('accent') ?? { line: 1, column: 1 }),
      rule: 'accent/adjusted',
      severity: 'warning',
      what: `Neither theme shows the accent \`${accent}\` as it is: the light one has \`${light.accent}\`, the dark one \`${dark.accent}\``,
      why: 'Links in the color itself would be hard to read: their contrast with the background would be less than 4.5 : 1.',
      fix: `Choose one of the two: write \`accent: '${light.accent}'\` or \`accent: '${dark.accent}'\`. The other theme then has a lighter or darker form of it.`,
    },
  ];
}
