import { defineTexts, useLabel, useLocale, withAside } from '../../../platform/index.ts';
import { type SettingChangeLine, valueText } from '../setting-fields.ts';
import styles from './settings.module.css';

const texts = defineTexts({
  caption: { zh: '会改变什么', en: 'What changes' },
  term: { zh: '项目', en: 'What' },
  before: { zh: '现在', en: 'Now' },
  after: { zh: '以后', en: 'Then' },
  was: { zh: '原来', en: 'Before' },
  became: { zh: '改为', en: 'Now' },
  running: { zh: '对在办的', en: 'What runs' },
  open: { zh: '下一步就按新的', en: 'goes by it from the next step on' },
  next: { zh: '已经定下的不变', en: 'keeps what is fixed' },
});

/** What differs, line by line, and what that means for what runs already. */
export function ChangesTable({ lines, plain = false }: { lines: readonly SettingChangeLine[]; plain?: boolean }) {
  const say = useLabel();
  const { locale } = useLocale();
  const words = { say, locale };
  const heads = plain ? [texts.term, texts.was, texts.became] : [texts.term, texts.before, texts.after, texts.running];
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{say(texts.caption)}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head.en} scope="col">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ field, before, after }) => (
          <tr key={field.path}>
            <th scope="row">{nameOf(field.path, say(field.label), locale)}</th>
            <td>{valueText(field, before, words)}</td>
            <td>
              <b>{valueText(field, after, words)}</b>
            </td>
            {!plain && <td className={styles.faded}>{say(texts[field.applies])}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same name stands among the limits of emergencies and of all others. */
function nameOf(path: string, label: string, locale: 'zh' | 'en'): string {
  if (!path.startsWith('limits.emergency.')) return label;
  return withAside(label, locale === 'zh' ? '紧急哨' : 'emergency', locale);
}
