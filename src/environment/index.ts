export { parseArguments, UsageError } from './arguments.ts';
export { resolveFolders, resolveNow, SettingsError, todayAt, type Folders } from './environment.ts';
