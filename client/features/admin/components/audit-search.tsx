import { type FormEvent, useState } from 'react';
import type { ListAuditInput } from '#shared/audit/audit-schema.ts';
import { normalizePhone } from '#shared/identity/phone-number.ts';
import type { Label } from '#shared/kernel/label.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Button, Chip, SearchInput } from '../../../ui/index.ts';
import styles from './audit-search.module.css';

/** One case, the cases of one phone number, or neither. */
export type AuditTarget = Pick<ListAuditInput, 'caseNo' | 'phone'>;

const texts = defineTexts({
  label: { zh: '案件号或电话号码', en: 'Case number or phone number' },
  search: { zh: '查', en: 'Search' },
  clear: { zh: '不限', en: 'no limit' },
  unclear: { zh: '案件号像 2611-0112，电话是 11 位', en: 'A case number looks like 2611-0112, a phone has 11 digits' },
  byPhone: { zh: '电话尾号 {tail}', en: 'Phone ending {tail}' },
  byCase: { zh: '案件 {no}', en: 'Case {no}' },
  noted: { zh: '按电话查找会留下一条记录', en: 'A search by phone is itself written down' },
});

function readTarget(text: string): AuditTarget | null {
  const trimmed = text.trim();
  if (/^\d{4}-\d{4,8}$/.test(trimmed)) return { caseNo: trimmed };
  const phone = normalizePhone(trimmed);
  return /^(1[3-9]\d{9}|\+[1-9]\d{6,14})$/.test(phone) ? { phone } : null;
}

/** One field for both; the number itself never stands in the address bar or in the trail. */
export function AuditSearch({ onSearch }: { onSearch: (target: AuditTarget) => void }) {
  const say = useLabel();
  const [text, setText] = useState('');
  const [target, setTarget] = useState<AuditTarget>({});
  const [problem, setProblem] = useState<Label | null>(null);
  const search = (next: AuditTarget) => {
    setTarget(next);
    onSearch(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = text.trim() === '' ? {} : readTarget(text);
    setProblem(read ? null : texts.unclear);
    if (!read) return;
    search(read);
    setText('');
  };
  return (
    <>
      <form className={styles.form} onSubmit={submit}>
        <SearchInput
          label={say(texts.label)}
          value={text}
          autoComplete="off"
          aria-describedby="audit-search-note"
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" variant="primary" size="small">
          {say(texts.search)}
        </Button>
      </form>
      <small id="audit-search-note" className={problem ? styles.problem : styles.note} role={problem ? 'alert' : undefined}>
        {say(problem ?? texts.noted)}
      </small>
      {(target.caseNo ?? target.phone) && (
        <Chip onPress={() => search({})} removeLabel={say(texts.clear)}>
          {target.caseNo ? say(texts.byCase, { no: target.caseNo }) : say(texts.byPhone, { tail: (target.phone ?? '').slice(-4) })}
        </Chip>
      )}
    </>
  );
}
