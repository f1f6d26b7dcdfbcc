import { rmSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { listFiles, writeFiles } from '../sites/run.ts';
import { appendBlock, listGenerated, localesOf, replaceIn } from './edit-content.ts';
import type { Random } from './random.ts';
import { noun } from './words.ts';

/** Kinds of files that texts show or link to, by extension. */
const attachments: Readonly<Record<string, (random: Random) => Promise<Buffer> | string>> = {
  png: async (random) => {
    const background = { r: random.below(256), g: random.below(256), b: random.below(256) };
    const size = { width: 1 + random.below(1_500), height: 1 + random.below(300) };
    return sharp({ create: { ...size, channels: 3, background } })
      .png()
      .toBuffer();
  },
  svg: (random) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${9 + random.below(90)}" height="9"><rect width="9" height="9"/></svg>`,
  csv: (random) => `${noun(random).ko},${random.below(1_000)}\n`.repeat(1 + random.below(200)),
};

/** Adds a picture or download to an article. */
export async function addAttachment(content: string, random: Random): Promise<string> {
  const extension = random.pick(Object.keys(attachments));
  const slug = random.pick(listGenerated(content));
  const file = `attached-${random.below(1_000)}.${extension}`;
  writeFiles(content, { [`articles/${slug}/${file}`]: await createAttachment(extension, random) });
  for (const locale of localesOf(content, slug))
    appendBlock(
      content,
      `articles/${slug}/${locale}.md`,
      `${extension === 'csv' ? '' : '!'}[${noun(random).en}](./${file})`,
    );
  return `articles/${slug}/${file}, added`;
}

/** Replaces the bytes of a picture or download that was added. */
export async function changeAttachment(content: string, random: Random): Promise<string | undefined> {
  const files = listAttachments(content);
  if (files.length === 0) return undefined;
  const file = random.pick(files);
  writeFiles(content, { [file]: await createAttachment(path.extname(file).slice(1), random) });
  return `${file}, changed`;
}

/** Removes a picture or download that was added, and what shows it. */
export function removeAttachment(content: string, random: Random): string | undefined {
  const files = listAttachments(content);
  if (files.length === 0) return undefined;
  const file = random.pick(files);
  rmSync(path.join(content, file));
  const shown = new RegExp(`\n!?\\[[^\\]]*\\]\\(\\./${path.basename(file)}\\)\n`);
  const slug = path.basename(path.dirname(file));
  for (const locale of localesOf(content, slug))
    replaceIn(content, `articles/${slug}/${locale}.md`, shown, '');
  return `${file}, removed`;
}

async function createAttachment(extension: string, random: Random): Promise<string | Buffer> {
  return (await attachments[extension]?.(random)) ?? '';
}

function listAttachments(content: string): string[] {
  return listFiles(content).filter((file) => path.basename(file).startsWith('attached-'));
}
