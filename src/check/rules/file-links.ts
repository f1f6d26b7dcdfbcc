import { suggest, type Diagnostic } from '../../diagnostics/index.ts';
import { findAsset, nameWithin } from '../../library/index.ts';
import { downloadExtensions, findDownloadProblem, foldName } from '../../model/index.ts';
import type { EntryFile } from '../../sources/index.ts';
import { reportLink, type LinkContext } from './link-context.ts';

/** Reports a link to a file that does not exist in the text’s folder or that can’t be offered for download. */
export function checkFileLink(context: LinkContext): Diagnostic | undefined {
  const { link, text } = context;
  const name = nameWithin(link.url, text.file);
  const exists = findAsset(link.url, text.file) !== undefined;
  if (name === undefined || (!exists && name.endsWith('.md'))) return linkElsewhere(context);
  if (!exists) return missingFile(name, context);
  const fault = findDownloadProblem(name);
  if (fault !== undefined) return linkToFaulty(fault, context);
  const twin = findTwin(name, text.file);
  return twin === undefined ? undefined : linkToTwin(twin, context);
}

/** Finds a file beside the text whose name differs only in case or Unicode form: many file systems can’t hold both. */
function findTwin(name: string, { assets }: EntryFile): string | undefined {
  return [...assets.keys()].find((other) => other !== name && foldName(other) === foldName(name));
}

function linkElsewhere(context: LinkContext): Diagnostic {
  return reportLink(context, {
    rule: 'link/to-file',
    what: `Link to \`${context.link.url}\`, which is neither a text nor a file in this text’s folder`,
    why: 'Only files in the text’s own folder are published with it.',
    fix: 'Put the file into the folder of the text, or into `public/` and link to it from the root (`/files/name.pdf`). To link to another text, write `../its-folder/ko.md`.',
  });
}

function missingFile(name: string, context: LinkContext): Diagnostic {
  const beside = [...context.text.file.assets.keys()].filter(
    (each) => findDownloadProblem(each) === undefined,
  );
  const isOffered = findDownloadProblem(name) === undefined;
  return reportLink(context, {
    rule: 'link/broken',
    what: `Broken link to \`${context.link.url}\`${suggest(name, beside) || ': there is no such file beside the text'}`,
    why: 'Readers would get a “page not found” error.',
    fix: isOffered
      ? 'Put the file into the folder of the text, or correct its name (upper and lower case differ).'
      : `Save it in another format, so that its name ends with one of ${downloadExtensions.join(', ')}, put that file into the folder of the text, and write its name.`,
  });
}

function linkToFaulty(fault: string, context: LinkContext): Diagnostic {
  return reportLink(context, {
    rule: 'link/to-file',
    what: `\`${context.link.url}\` can’t be offered for download: ${fault}`,
    why: 'The file is not published, because a page or program could run with the rights of the site.',
    fix: `Rename or archive the file so that its name ends with one of ${downloadExtensions.join(', ')} and has no other dot.`,
  });
}

function linkToTwin(twin: string, context: LinkContext): Diagnostic {
  return reportLink(context, {
    rule: 'link/twin',
    what: `The name of \`${context.link.url}\` differs from \`${twin}\` only in letter case or Unicode form`,
    why: 'Many file systems can’t hold both, and on some hosts both have the same address: readers could get the wrong file.',
    fix: 'Rename one of the files and update the links to it.',
  });
}
