import { iconPaths } from './icon-paths.ts';
import { laterIconPaths } from './later-icon-paths.ts';

export type IconName = keyof typeof iconPaths | keyof typeof laterIconPaths;

export const iconNames = Object.keys({ ...iconPaths, ...laterIconPaths }) as IconName[];

/** True for a text that names an icon; category data carry names as text. */
export function isIconName(name: string): name is IconName {
  return Object.hasOwn(iconPaths, name) || Object.hasOwn(laterIconPaths, name);
}
