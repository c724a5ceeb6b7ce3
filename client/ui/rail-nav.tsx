import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { NavLink } from './nav-link.tsx';
import styles from './rail-nav.module.css';

type RailItem = {
  key: string;
  href: string;
  label: string;
  count: number | undefined;
  current: boolean;
  /** its count is red while it is not zero */
  alarm?: boolean;
};

/** Named lists with their counts beside a desk's page; a strip above it where the window is narrow. */
export function RailNav({
  label,
  groups,
  children,
}: {
  label: string;
  groups: readonly { key: string; title: string; items: readonly RailItem[] }[];
  children?: ReactNode;
}) {
  return (
    <nav className={styles.rail} aria-label={label}>
      {groups.map((group) => (
        <div key={group.key}>
          <h2>{group.title}</h2>
          {group.items.map((item) => (
            <NavLink
              key={item.key}
              href={item.href}
              aria-current={item.current ? 'page' : undefined}
              className={classNames(item.alarm && (item.count ?? 0) > 0 && styles.late)}
            >
              <span>{item.label}</span>
              <span>{item.count ?? '·'}</span>
            </NavLink>
          ))}
        </div>
      ))}
      {children}
    </nav>
  );
}
