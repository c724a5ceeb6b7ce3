import { useState } from 'react';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Banner, Button, Dialog } from '../../../ui/index.ts';
import { layout } from '../../admin-parts/index.ts';
import styles from './people.module.css';

const texts = defineTexts({
  title: { zh: '{name}的初始密码', en: 'First password of {name}' },
  once: {
    zh: '只显示这一次，请当面或打电话告诉本人。第一次登录后请本人改掉。',
    en: 'Shown only now. Tell the person face to face or by phone; they change it after the first sign-in.',
  },
  username: { zh: '用户名', en: 'User name' },
  password: { zh: '初始密码', en: 'First password' },
  copy: { zh: '复制用户名和密码', en: 'Copy both' },
  copied: { zh: '已复制', en: 'Copied' },
  close: { zh: '已经告诉本人', en: 'The person knows it' },
  closeLabel: { zh: '关闭', en: 'Close' },
});

export type NewSecret = { name: string; username: string; password: string };

/** Shown once; the server keeps only its hash. */
export function PasswordOnce({ secret, onClose }: { secret: NewSecret; onClose: () => void }) {
  const say = useLabel();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(`${secret.username} ${secret.password}`);
    setCopied(true);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={say(texts.title, { name: secret.name })}
      closeLabel={say(texts.closeLabel)}
      actions={
        <>
          <Button variant="primary" onClick={onClose}>
            {say(texts.close)}
          </Button>
          <Button icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
            {say(copied ? texts.copied : texts.copy)}
          </Button>
        </>
      }
    >
      <div className={layout.form}>
        <Banner tone="care">{say(texts.once)}</Banner>
        <dl className={styles.secret}>
          <dt>{say(texts.username)}</dt>
          <dd>{secret.username}</dd>
          <dt>{say(texts.password)}</dt>
          <dd>{secret.password}</dd>
        </dl>
      </div>
    </Dialog>
  );
}
