/**
 * Which part of `src` may import which: the arrows that `src/README.md` draws, as data. A part is a folder, or a file
 * that stands in `src` itself. Every part may import itself.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  locale: [],
  identity: [],
  model: ['locale'],
  sources: ['model', 'locale', 'diagnostics'],
  markdown: ['model', 'locale', 'diagnostics'],
  library: ['sources', 'markdown', 'model', 'locale'],
  check: ['library', 'sources', 'model', 'locale', 'diagnostics'],
  loader: ['check', 'library', 'sources', 'model', 'locale', 'diagnostics'],
  syndication: ['model', 'locale'],
  pictures: [],
  host: [],
  client: [],
  components: ['client', 'identity', 'loader', 'model', 'locale', 'diagnostics'],
  layouts: ['components', 'styles', 'loader', 'model', 'locale'],
  styles: ['styles'],
  'site.ts': ['loader', 'model'],
  'content.config.ts': ['loader', 'sources'],
  pages: [
    'site.ts',
    'layouts',
    'components',
    'client',
    'syndication',
    'pictures',
    'loader',
    'library',
    'markdown',
    'model',
    'locale',
  ],
  cli: ['check', 'host', 'sources', 'locale', 'diagnostics'],
  testing: [
    'cli',
    'check',
    'library',
    'markdown',
    'loader',
    'host',
    'sources',
    'model',
    'locale',
    'diagnostics',
    'client',
  ],
};

/** Parts whose rules are pure: what they give depends on what they are given, not on disk, network, clock or chance. */
export const pure: readonly string[] = [
  'diagnostics',
  'identity',
  'locale',
  'model',
  'markdown',
  'syndication',
];
