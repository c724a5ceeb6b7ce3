import { type ComponentType, lazy, Suspense } from 'react';
import { DrawnIcon, type IconSize } from './drawn-icon.tsx';
import type { IconName } from './icon-names.ts';
import { iconPaths } from './icon-paths.ts';
import type { LaterIconProps } from './later-icon.tsx';

export type { IconSize };

// an icon only accompanies words: without a line its place stays empty
const LaterIcon = lazy(
  (): Promise<{ default: ComponentType<LaterIconProps> }> => import('./later-icon.tsx').catch(() => ({ default: () => null })),
);

const isFirst = (name: IconName): name is keyof typeof iconPaths => Object.hasOwn(iconPaths, name);

/** Decorative: the words beside it speak. Size in px; without one it follows the text. */
export function Icon({ name, size, className }: { name: IconName; size?: IconSize; className?: string | undefined }) {
  const look = { size, className };
  if (isFirst(name)) return <DrawnIcon path={iconPaths[name]} {...look} />;
  return (
    <Suspense fallback={<DrawnIcon path="" {...look} />}>
      <LaterIcon name={name} {...look} />
    </Suspense>
  );
}
