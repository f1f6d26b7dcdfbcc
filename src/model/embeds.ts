import { z } from 'zod';

/** Schema of `embeds` in `site.yaml`: what pages load from other sites. Without it, they load nothing. */
export const embedsSchema = z.strictObject({
  counter: z
    .strictObject({
      script: embedAddress([]).describe('The address of the script, which counts visits.'),
      data: z
        .record(
          z
            .string()
            .regex(
              /^[a-z][a-z0-9-]*$/,
              'Unexpected name, expected lowercase letters, digits and hyphens, without `data-`',
            ),
          z.string(),
        )
        .describe('What the script needs to know: `domain: example.org` becomes its attribute `data-domain`.')
        .optional(),
    })
    .describe('A script that counts visits.')
    .optional(),
  comments: z
    .strictObject({
      frame: embedAddress(['locale', 'slug', 'url', 'theme', 'session']).describe(
        'The address of the comments, loaded into a frame when a reader asks for them. May contain `{locale}`, `{slug}`, `{url}`, `{theme}` and `{session}`.',
      ),
      page: embedAddress(['locale', 'slug', 'url']).describe(
        'The address where the comments can be read without the frame. May contain `{locale}`, `{slug}` and `{url}`.',
      ),
      session: z
        .string()
        .regex(/^[\w-]+$/, 'Unexpected parameter, expected letters, digits, `_` and `-`')
        .describe(
          'The parameter that the service adds to the address of the page when a reader signs in. Its value replaces `{session}`.',
        )
        .optional(),
    })
    .describe('Comments below articles, from another site.')
    .optional(),
});

/** The resources that pages load from other sites. */
export type Embeds = z.infer<typeof embedsSchema>;

/** The address of a resource of another site, with placeholders after its host. */
function embedAddress(placeholders: readonly string[]) {
  const allowed =
    placeholders.length === 0
      ? 'no placeholders'
      : `no placeholders but ${placeholders.map((each) => `\`{${each}}\``).join(', ')}`;
  return z
    .string()
    .refine(isSecure, {
      error: 'Unexpected address, expected one that begins with `https://` and a host',
      abort: true,
    })
    .refine((address) => placeholdersIn(address).every((each) => placeholders.includes(each)), {
      error: `Unexpected placeholder, expected an address with ${allowed}`,
    });
}

/**
 * Returns whether an address is that of an encrypted connection, or of this computer. Its host has only letters, digits, dots and
 * hyphens: URLs allow others, such as `;`, that would end a directive of the content security policy.
 */
function isSecure(address: string): boolean {
  const host = /^(?:https:\/\/[\p{L}\p{N}.-]+|http:\/\/(?:localhost|127\.0\.0\.1))(?::\d+)?\//u;
  return host.test(address) && URL.canParse(address);
}

function placeholdersIn(address: string): string[] {
  return [...address.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}

/** Replaces placeholders in an address by percent-encoded values; those without a value stay. */
export function fillAddress(address: string, values: Readonly<Record<string, string>>): string {
  return address.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    return value === undefined ? placeholder : encodeURIComponent(value);
  });
}

/** Returns the sources that the content security policy of a page must allow: scheme, host and port. */
export function embedSources(
  embeds: Embeds | undefined,
  { hasComments }: { hasComments: boolean },
): { counter?: string | undefined; comments?: string | undefined } {
  const originOf = (address: string | undefined): string | undefined =>
    address === undefined ? undefined : new URL(address).origin;
  return {
    counter: originOf(embeds?.counter?.script),
    comments: hasComments ? originOf(embeds?.comments?.frame) : undefined,
  };
}
