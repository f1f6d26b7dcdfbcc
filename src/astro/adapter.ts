import type { AstroIntegration } from 'astro';

/**
 * Creates the adapter of Narani (https://docs.astro.build/en/reference/adapter-reference/): Astro bundles the pages as a program that
 * renders them on request, and the build requests each page once, with its model. So the program contains no content, and a
 * change of the content leaves it as it is.
 */
export function pageProgram(): AstroIntegration {
  return {
    name: 'narani:program',
    hooks: {
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'narani:program',
          // eslint-disable-next-line @typescript-eslint/no-deprecated -- the other value is deprecated; this one must be given until it is the default
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./program-entry.ts', import.meta.url),
          supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
        });
      },
    },
  };
}
