export { resolveFolders, resolveNow, SettingsError, todayAt, type Folders } from './environment.ts';
