import type { FormEvent, ReactNode } from 'react';
import { defineTexts, useLabel } from '../../platform/index.ts';
import { useFailureText } from '../../platform/use-failure-text.ts';
import { Banner, Button, Dialog } from '../../ui/index.ts';
import styles from './layout.module.css';
import { adminRefusalWords } from './refusal-words.ts';

const texts = defineTexts({
  close: { zh: '关闭', en: 'Close' },
  back: { zh: '先不改', en: 'Not now' },
});

/** A form that ends in one act, named on its button; what the server refused stands above the button. */
export function ConfirmDialog({
  title,
  act,
  busy,
  error,
  missing,
  wide = false,
  onAct,
  onClose,
  children,
}: {
  title: ReactNode;
  act: string;
  busy: boolean;
  error?: unknown;
  missing?: ReactNode;
  wide?: boolean;
  onAct: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const say = useLabel();
  const words = useFailureText(adminRefusalWords);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && !missing) onAct();
  };
  return (
    <Dialog open onClose={onClose} title={title} closeLabel={say(texts.close)} wide={wide}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {children}
        {error !== undefined && error !== null && (
          <Banner tone="care" live>
            {words(error)}
          </Banner>
        )}
        <div className={styles.acts}>
          <Button type="submit" variant="primary" busy={busy} missing={missing}>
            {act}
          </Button>
          <Button onClick={onClose}>{say(texts.back)}</Button>
        </div>
      </form>
    </Dialog>
  );
}
