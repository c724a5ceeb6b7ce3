import { type CSSProperties, useState } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icons/icon.tsx';
import styles from './photos.module.css';

type Side = { src: string; alt: string; tag: string };

/** Two photos of one place under one slider: drag, or the arrow keys. */
export function BeforeAfter({ before, after, label }: { before: Side; after: Side; label: string }) {
  const [cut, setCut] = useState(50);
  const style: CSSProperties & Record<'--cut', string> = { '--cut': `${cut}%` };
  return (
    <div className={styles.compare} style={style}>
      <img src={before.src} alt={before.alt} />
      <img src={after.src} alt={after.alt} />
      <span className={styles.line} />
      <span className={styles.grip}>
        <Icon name="splitHandle" size={24} />
      </span>
      <span className={classNames(styles.tag, styles.before)}>{before.tag}</span>
      <span className={classNames(styles.tag, styles.after)}>{after.tag}</span>
      <input type="range" min={0} max={100} value={cut} aria-label={label} onChange={(event) => setCut(Number(event.target.value))} />
    </div>
  );
}
