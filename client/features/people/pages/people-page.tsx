import { useDeferredValue, useState } from 'react';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Button, EmptyState, SearchInput, Segmented } from '../../../ui/index.ts';
import { AdminFrame, layout } from '../../admin-parts/index.ts';
import { CreateStaffDialog } from '../components/create-staff-dialog.tsx';
import { DepartmentList } from '../components/department-list.tsx';
import { type NewSecret, PasswordOnce } from '../components/password-once.tsx';
import styles from '../components/people.module.css';
import { PersonPanel } from '../components/person-panel.tsx';
import { StaffList } from '../components/staff-list.tsx';

const texts = defineTexts({
  title: { zh: '人员', en: 'People' },
  shown: { zh: '看什么', en: 'What to show' },
  staff: { zh: '工作人员', en: 'Staff' },
  departments: { zh: '部门', en: 'Departments' },
  search: { zh: '姓名、用户名或部门', en: 'Name, user name or department' },
  create: { zh: '新建账号', en: 'Create an account' },
  choose: { zh: '选一个人', en: 'Choose somebody' },
  chooseWhy: { zh: '这里看职务、改资料、重设密码。', en: 'Posts, data and password appear here.' },
});

type Shown = 'staff' | 'departments';

/** Accounts of the territory's staff, their posts, and the departments they work in. */
export function PeoplePage({ selected, onSelect }: { selected: string | null; onSelect: (userId: string | null) => void }) {
  const say = useLabel();
  const [shown, setShown] = useState<Shown>('staff');
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim()).slice(0, 40);
  const [creating, setCreating] = useState(false);
  const [secret, setSecret] = useState<NewSecret | null>(null);
  const segments = (['staff', 'departments'] as const).map((value) => ({ value, label: say(texts[value]) }));
  return (
    <AdminFrame page="people">
      <div className={layout.bar}>
        <h1 className={styles.title}>{say(texts.title)}</h1>
        <Segmented<Shown> label={say(texts.shown)} segments={segments} value={shown} onChange={setShown} />
        <SearchInput label={say(texts.search)} value={typed} onChange={(event) => setTyped(event.target.value)} />
        <div className={styles.act}>
          <Button variant="primary" size="small" icon="plus" onClick={() => setCreating(true)}>
            {say(texts.create)}
          </Button>
        </div>
      </div>
      <div className={`${layout.columns} ${styles.two}`}>
        <div>
          {shown === 'staff' ? (
            <StaffList search={search} selected={selected} onSelect={onSelect} />
          ) : (
            <DepartmentList search={search} selected={selected} onSelect={onSelect} />
          )}
        </div>
        <aside className={layout.panel}>
          {selected ? (
            <PersonPanel userId={selected} onSecret={setSecret} />
          ) : (
            <EmptyState icon="user" title={say(texts.choose)}>
              {say(texts.chooseWhy)}
            </EmptyState>
          )}
        </aside>
      </div>
      {creating && (
        <CreateStaffDialog
          onClose={() => setCreating(false)}
          onCreated={(userId, made) => {
            setCreating(false);
            setSecret(made);
            onSelect(userId);
          }}
        />
      )}
      {secret && <PasswordOnce secret={secret} onClose={() => setSecret(null)} />}
    </AdminFrame>
  );
}
