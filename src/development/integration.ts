import type { AstroIntegration } from 'astro';

/**
 * The page `/<locale>/translations/` as an Astro integration, on which an author sees what has become of all translations. It is
 * there in development only.
 */
export function translationOverview(): AstroIntegration {
  let address = '';
  return {
    name: 'narani:translations',
    hooks: {
      'astro:config:setup': ({ command, config, injectRoute }) => {
        if (command !== 'dev') return;
        address = `${config.base.replace(/\/?$/, '/')}<locale>/translations/`;
        injectRoute({
          pattern: '/[locale]/translations',
          entrypoint: new URL('translations.astro', import.meta.url),
          prerender: true,
        });
      },
      'astro:server:start': ({ logger }) => {
        logger.info(`What has become of translations: ${address}`);
      },
    },
  };
}
