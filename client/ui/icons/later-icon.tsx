import { DrawnIcon, type IconSize } from './drawn-icon.tsx';
import { laterIconPaths } from './later-icon-paths.ts';

export type LaterIconProps = { name: keyof typeof laterIconPaths; size?: IconSize | undefined; className?: string | undefined };

export default function LaterIcon({ name, ...rest }: LaterIconProps) {
  return <DrawnIcon path={laterIconPaths[name]} {...rest} />;
}
