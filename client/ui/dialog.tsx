import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './overlay.module.css';

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  closeLabel: string;
  children?: ReactNode;
  /** the acts, main one first; verbs with objects, never 确定/取消 alone */
  actions?: ReactNode;
  wide?: boolean;
};

function ModalFrame({ open, onClose, title, closeLabel, children, actions, className }: Omit<DialogProps, 'wide'> & { className: string }) {
  const frame = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = frame.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={frame}
      className={className}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget && event.detail > 0 && isOutside(event.currentTarget, event.clientX, event.clientY))
          onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.stopPropagation();
      }}
    >
      {open && (
        <>
          <div className={styles.head}>
            <h2 id={titleId} className={styles.title}>
              {title}
            </h2>
            <IconButton icon="close" label={closeLabel} onClick={onClose} />
          </div>
          {children && <div className={styles.body}>{children}</div>}
          {actions && <div className={styles.actions}>{actions}</div>}
        </>
      )}
    </dialog>
  );
}

function isOutside(box: Element, x: number, y: number): boolean {
  const rect = box.getBoundingClientRect();
  return x < rect.left || x > rect.right || y < rect.top || y > rect.bottom;
}

/** The browser's own modal dialog: focus stays inside, Escape closes, what is behind is inert. */
export function Dialog({ wide = false, ...rest }: DialogProps) {
  return <ModalFrame {...rest} className={classNames(styles.dialog, wide && styles.wide)} />;
}

/** The same, rising from the bottom edge within reach of the thumb. */
export function BottomSheet(props: Omit<DialogProps, 'wide'>) {
  return <ModalFrame {...props} className={classNames(styles.dialog, styles.sheet)} />;
}
