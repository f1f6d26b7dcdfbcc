/** A command of the site. */
export interface Command {
  /** Runs the command and returns the exit code of the process. */
  run: (args: string[]) => number | Promise<number>;
  /** The help text. Its first line shows how to call the command. */
  usage: string;
}

/** The commands by name. Each is loaded on its own, as the code of others takes longer to load than an unchanged site to build. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () =>
    import('./serve.ts').then(({ start, startUsage }) => ({ run: start, usage: startUsage })),
  dev: async () => import('./dev.ts').then(({ dev, usage }) => ({ run: dev, usage })),
  build: async () => import('./build.ts').then(({ build, usage }) => ({ run: build, usage })),
  serve: async () =>
    import('./serve.ts').then(({ serve, serveUsage }) => ({ run: serve, usage: serveUsage })),
  check: async () => import('./check.ts').then(({ check, usage }) => ({ run: check, usage })),
  import: async () => {
    const [{ importFolder }, { usage }] = await Promise.all([
      import('./import.ts'),
      import('./import/options.ts'),
    ]);
    return { run: importFolder, usage };
  },
  new: async () => import('./new.ts').then(({ create, usage }) => ({ run: create, usage })),
  rename: async () => import('./rename.ts').then(({ rename, usage }) => ({ run: rename, usage })),
  updated: async () => import('./updated.ts').then(({ updated, usage }) => ({ run: updated, usage })),
  translate: async () => {
    const [{ translate }, { usage }] = await Promise.all([
      import('./translate.ts'),
      import('./translate/options.ts'),
    ]);
    return { run: translate, usage };
  },
};
