export { parseArguments, UsageError } from './arguments.ts';
export {
  ownFolder,
  resolveFolders,
  resolveNow,
  SettingsError,
  todayAt,
  type Folders,
} from './environment.ts';
