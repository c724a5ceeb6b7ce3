import type { ReactNode } from 'react';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/icon-names.ts';
import { NavLink } from './nav-link.tsx';
import styles from './navigation.module.css';

export type NavItem = { href: string; label: string; current?: boolean };

/** The slim bar on top: where we are, the places of this role, and the tools at the end. */
export function TopBar({
  mark,
  title,
  heading = false,
  subtitle,
  back,
  links = [],
  linksLabel,
  end,
}: {
  mark?: ReactNode;
  title: ReactNode;
  /** the title names the page: it is its first heading */
  heading?: boolean;
  subtitle?: ReactNode;
  back?: ReactNode;
  links?: readonly NavItem[];
  linksLabel?: string;
  end?: ReactNode;
}) {
  return (
    <header className={styles.bar}>
      {back && <div className={styles.back}>{back}</div>}
      <div className={styles.title}>
        {mark}
        <span>
          {heading ? <h1>{title}</h1> : title}
          {subtitle && <small>{subtitle}</small>}
        </span>
      </div>
      {links.length > 0 && (
        <nav className={styles.links} aria-label={linksLabel}>
          {links.map((link) => (
            <NavLink key={link.href} href={link.href} aria-current={link.current ? 'page' : undefined}>
              {link.label}
            </NavLink>
          ))}
        </nav>
      )}
      {end && <div className={styles.end}>{end}</div>}
    </header>
  );
}

export type BottomItem = NavItem & { icon: IconName; badge?: { count: number; label: string } };

/** Two to five places within reach of the thumb. */
export function BottomNav({ label, items }: { label: string; items: readonly BottomItem[] }) {
  return (
    <nav className={styles.bottom} aria-label={label}>
      {items.map((item) => (
        <NavLink key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
          <span className={styles.mark}>
            <Icon name={item.icon} size={24} />
            {item.badge && item.badge.count > 0 && (
              <>
                <span className={styles.badge} aria-hidden="true">
                  {item.badge.count}
                </span>
                <span className="visually-hidden">{item.badge.label}</span>
              </>
            )}
          </span>
          {item.label}
        </NavLink>
      ))}
    </nav>
  );
}
