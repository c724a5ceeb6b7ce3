export { changeRule } from './change-rule.ts';
export { setSetting } from './commands/set-setting.ts';
export { readSettingHistory } from './queries/read-setting-history.ts';
export { readSetting, readSettings, type SettingSpec } from './settings-store.ts';
