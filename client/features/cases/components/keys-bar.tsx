import { useState } from 'react';
import type { Label } from '#shared/kernel/label.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Checkbox, Dialog, Kbd } from '../../../ui/index.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useShortcutsOn } from '../hooks/use-shortcuts-on.ts';
import styles from './keys.module.css';

export type KeyHint = { keys: readonly string[]; label: Label /** stands in the bar as well, not only in the help */; front?: true };

const texts = defineTexts({
  title: { zh: '快捷键', en: 'Keys' },
  all: { zh: '全部快捷键', en: 'All keys' },
  on: { zh: '启用单键', en: 'Single keys on' },
  ime: { zh: '正在用输入法选字时，单键不会触发。', en: 'While an input method composes, single keys do nothing.' },
  close: { zh: '关闭', en: 'Close' },
  off: { zh: '单键已关', en: 'Single keys are off' },
});

/** The page's keys at the bottom, all of them behind `?`; they can be switched off. */
export function KeysBar({ hints }: { hints: readonly KeyHint[] }) {
  const say = useLabel();
  const [open, setOpen] = useState(false);
  const { on, turn } = useShortcutsOn();
  useKeys({ '?': () => setOpen(true) });
  return (
    <div className={styles.bar}>
      {on ? (
        <div className={styles.front}>
          {hints
            .filter((hint) => hint.front)
            .map((hint) => (
              <span key={hint.keys.join()} className={styles.hint}>
                {hint.keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
                {say(hint.label)}
              </span>
            ))}
        </div>
      ) : (
        say(texts.off)
      )}
      <button type="button" className={styles.all} onClick={() => setOpen(true)}>
        <Kbd>?</Kbd>
        {say(texts.all)}
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={say(texts.title)} closeLabel={say(texts.close)} wide>
        <div className={styles.keys}>
          {hints.map((hint) => (
            <div key={hint.keys.join()}>
              {say(hint.label)}
              <span className={styles.hint}>
                {hint.keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </span>
            </div>
          ))}
        </div>
        <div className={styles.foot}>
          <Checkbox checked={on} onChange={(event) => turn(event.target.checked)}>
            {say(texts.on)}
          </Checkbox>
          <span>{say(texts.ime)}</span>
        </div>
      </Dialog>
    </div>
  );
}
