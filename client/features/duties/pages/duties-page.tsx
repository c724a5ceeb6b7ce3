import { useState } from 'react';
import { defineTexts, useLabel, useSession } from '../../../platform/index.ts';
import { Button } from '../../../ui/index.ts';
import { AdminFrame } from '../../admin-parts/index.ts';
import { DutyList } from '../../duty-parts/duty-list.tsx';
import type { Duty } from '../../duty-parts/duty-types.ts';
import { AddDutyDialog } from '../components/add-duty-dialog.tsx';
import { EndDutyDialog } from '../components/end-duty-dialog.tsx';
import { ImportDutiesDialog } from '../components/import-duties-dialog.tsx';

const texts = defineTexts({
  add: { zh: '加一条', en: 'Add an item' },
  paste: { zh: '导入', en: 'Import' },
  end: { zh: '停用', en: 'End' },
  endOf: { zh: '停用 {code} {name}', en: 'End {code} {name}' },
});

/** What a community may be asked to do itself (社区职责清单), kept by the administrator. */
export function DutiesPage() {
  return (
    <AdminFrame page="duties">
      <Duties />
    </AdminFrame>
  );
}

function Duties() {
  const say = useLabel();
  const { me } = useSession();
  const [open, setOpen] = useState<'add' | 'import' | Duty | null>(null);
  const districtId = me?.districtId ?? '';
  const close = () => setOpen(null);
  return (
    <>
      <DutyList
        districtId={districtId}
        tools={
          <>
            <Button variant="primary" size="small" icon="plus" onClick={() => setOpen('add')}>
              {say(texts.add)}
            </Button>
            <Button size="small" icon="upload" onClick={() => setOpen('import')}>
              {say(texts.paste)}
            </Button>
          </>
        }
        act={(duty) => (
          <Button
            size="small"
            variant="quiet"
            aria-label={say(texts.endOf, { code: duty.code, name: say(duty.name) })}
            onClick={() => setOpen(duty)}
          >
            {say(texts.end)}
          </Button>
        )}
      />
      {open === 'add' && <AddDutyDialog districtId={districtId} onClose={close} />}
      {open === 'import' && <ImportDutiesDialog districtId={districtId} onClose={close} />}
      {open !== null && typeof open === 'object' && <EndDutyDialog districtId={districtId} duty={open} onClose={close} />}
    </>
  );
}
