import type { Diagnostic, Place } from '../../diagnostics/index.ts';
import { resolveLink, type Library } from '../../library/index.ts';
import type { ExternalAnswer } from './ask-address.ts';

/** A link to an address of another site. */
export interface ExternalLink extends Place {
  file: string;
  /** As written. */
  url: string;
}

/** Lists the links of published and unpublished texts to addresses of other sites. */
export function listExternalLinks({ texts, content, names }: Library): ExternalLink[] {
  return texts.flatMap(({ file, survey }) =>
    survey.links.flatMap(({ url, line, column }) => {
      const isOutside = resolveLink(url, file, content.site, names).type === 'outside';
      if (!isOutside || !/^https?:/i.test(url) || !URL.canParse(url)) return [];
      return [{ file: file.file, line, column, url }];
    }),
  );
}

/** Reports links whose address has moved for good, is missing, or can’t be reached. An address whose state a site keeps to itself is not reported. */
export function reportAnswers(
  links: readonly ExternalLink[],
  answers: ReadonlyMap<string, ExternalAnswer>,
): Diagnostic[] {
  return links.flatMap(({ url, file, line, column }) => {
    const answer = answers.get(url);
    const message = answer === undefined ? undefined : toMessage(url, answer);
    return message === undefined ? [] : [{ file, line, column, severity: 'warning', ...message }];
  });
}

type Message = Pick<Diagnostic, 'rule' | 'what' | 'why' | 'fix'>;

function toMessage(url: string, answer: ExternalAnswer): Message | undefined {
  switch (answer.type) {
    case 'ok':
    case 'unknown':
      return undefined;
    case 'moved':
      return {
        rule: 'external/moved',
        what: `\`${url}\` has moved for good`,
        why: 'The old address works only as long as the other site keeps the redirect.',
        fix: `Write \`${answer.to}\`.`,
      };
    case 'missing':
      return {
        rule: 'external/missing',
        what: `\`${url}\` does not exist any more (${answer.status})`,
        why: 'Readers get an error page of the other site.',
        fix: `Look for its new address, or link to a copy: \`https://web.archive.org/web/${url}\`. Otherwise remove the link.`,
      };
    case 'failing':
      return {
        rule: 'external/failing',
        what: `\`${url}\` has an error (${answer.status})`,
        why: 'Readers get an error page of the other site, at least now.',
        fix: 'Try it in a browser, and run this again in a few days. If it stays so, link to another page.',
      };
    case 'unreachable':
      return {
        rule: 'external/unreachable',
        what: `\`${url}\` can’t be reached: ${answer.reason}`,
        why: 'Readers get no page at all.',
        fix: 'Try it in a browser. If it does not open there, link to another page.',
      };
  }
}
