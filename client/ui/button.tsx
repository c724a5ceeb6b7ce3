import { type AnchorHTMLAttributes, type ButtonHTMLAttributes, type MouseEvent, type ReactNode, useId } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/icon-names.ts';
import { Kbd } from './kbd.tsx';
import { NavLink } from './nav-link.tsx';

type Look = {
  variant?: 'primary' | 'plain' | 'quiet' | 'onDark';
  size?: 'small' | 'normal' | 'large';
  wide?: boolean;
  icon?: IconName | undefined;
  /** the desk's key for the same act, shown inside the button */
  keyHint?: string | undefined;
  children: ReactNode;
};

type ButtonProps = Look &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'children'> & {
    /** what is missing before this can be pressed; the button stays reachable and says so beside itself */
    missing?: ReactNode;
    busy?: boolean;
  };

function lookClass({ variant = 'plain', size = 'normal', wide = false }: Pick<Look, 'variant' | 'size' | 'wide'>): string {
  return classNames(styles.button, variant !== 'plain' && styles[variant], size !== 'normal' && styles[size], wide && styles.wide);
}

/** A verb with its object. Never plainly disabled: `missing` says what it waits for. */
export function Button({
  variant,
  size,
  wide,
  icon,
  keyHint,
  missing,
  busy = false,
  children,
  onClick,
  className,
  type = 'button',
  ...rest
}: ButtonProps) {
  const missingId = useId();
  const blocked = busy || Boolean(missing);
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (blocked) {
      event.preventDefault();
      return;
    }
    onClick?.(event);
  };
  const look = { ...(variant ? { variant } : {}), ...(size ? { size } : {}), ...(wide ? { wide } : {}) };
  return (
    <>
      <button
        {...rest}
        type={type}
        className={classNames(lookClass(look), className)}
        aria-disabled={blocked || undefined}
        aria-busy={busy || undefined}
        aria-describedby={missing ? missingId : rest['aria-describedby']}
        onClick={press}
      >
        {busy ? <span className={styles.spinner} aria-hidden="true" /> : icon && <Icon name={icon} />}
        <span>{children}</span>
        {keyHint && <Kbd>{keyHint}</Kbd>}
      </button>
      {missing && (
        <span id={missingId} className={styles.missing}>
          {missing}
        </span>
      )}
    </>
  );
}

/** A link that looks like a button, for acts that are places. */
export function ButtonLink({
  variant,
  size,
  wide,
  icon,
  children,
  className,
  href,
  ...rest
}: Look & { href: string } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>) {
  const look = { ...(variant ? { variant } : {}), ...(size ? { size } : {}), ...(wide ? { wide } : {}) };
  return (
    <NavLink {...rest} href={href} className={classNames(lookClass(look), className)}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </NavLink>
  );
}

/** An icon that acts; `label` is read aloud and shown as the tip. */
export function IconButton({
  icon,
  label,
  outlined = false,
  size = 'normal',
  className,
  ...rest
}: { icon: IconName; label: string; outlined?: boolean; size?: 'small' | 'normal' } & Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'children'
>) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(styles.button, styles.icon, outlined && styles.outlined, size === 'small' && styles.small, className)}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} size={size === 'small' ? 20 : 24} />
    </button>
  );
}
