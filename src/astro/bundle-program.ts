/** Bundles the pages of the project, with their styles and scripts, into a folder within the project. */
export async function bundleProgram(root: string, folder: string): Promise<void> {
  const { build } = await import('astro');
  await build({ root, outDir: folder, logLevel: 'warn' });
}
