/** Bundles the pages of the project, with their styles and scripts, into a folder within the project. */
export async function bundleProgram(root: string, folder: string): Promise<void> {
  const { build } = await import('astro');
  // Public files are no part of the program, which is kept when they change. So the bundler copies none.
  await build({ root, outDir: folder, publicDir: '.astro/no-public', logLevel: 'warn' });
}
