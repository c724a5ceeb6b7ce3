import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Role } from '#shared/identity/identity-schema.ts';
import { roleOfLevel } from '#shared/territory/post-roles.ts';
import { dutyLabels } from '#shared/territory/territory.i18n.ts';
import { defineTexts, useJoined, useLabel, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { Banner, Button } from '../../../ui/index.ts';
import { layout, useDayText } from '../../admin-parts/index.ts';
import { postTitle } from '../holder-words.ts';
import type { Holder, UnitPage } from '../territory-types.ts';
import { AppointDialog } from './appoint-dialog.tsx';
import { EndHolderDialog } from './end-holder-dialog.tsx';
import styles from './territory.module.css';

const texts = defineTexts({
  now: { zh: '现任', en: 'In post' },
  former: { zh: '历任', en: 'Former' },
  vacant: { zh: '{title}空缺', en: 'No {title}' },
  vacantTo: { zh: '现由{name}代管（{via}）', en: '{name} answers meanwhile ({via})' },
  vacantNobody: { zh: '上面也没有人，新来的案件没人接', en: 'Nobody above either: new cases reach no one' },
  deputy: { zh: '副', en: 'deputy' },
  since: { zh: '{from} 起', en: 'since {from}' },
  from: { zh: '{from} 到任', en: 'from {from} on' },
  until: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  appoint: { zh: '任职', en: 'Appoint' },
  replace: { zh: '换人', en: 'Replace' },
  end: { zh: '离任', en: 'End' },
  none: { zh: '这一级没有固定职务', en: 'This level has no post of its own' },
});

type Opened = { kind: 'appoint' } | { kind: 'replace'; holder: Holder } | { kind: 'end'; holder: Holder };

/** Who holds and held the posts of a unit; a vacant one says to whom it falls. */
export function Holders({ page }: { page: UnitPage }) {
  const say = useLabel();
  const { writing } = useTimeWords();
  const [open, setOpen] = useState<Opened | null>(null);
  const { unit, holders, ladder, mayEdit } = page;
  const current = holders.filter(({ validTo }) => validTo === null || validTo > writing.now);
  const former = holders.filter((holder) => !current.includes(holder));
  const mainRole = roleOfLevel(unit.level);
  const vacant =
    mainRole !== null && !current.some(({ role, deputy, validFrom }) => role === mainRole && !deputy && validFrom <= writing.now);
  const close = () => setOpen(null);
  return (
    <>
      <section className={layout.section}>
        <h3>{say(texts.now)}</h3>
        {vacant && mainRole && <Vacancy page={page} role={mainRole} />}
        {current.length === 0 && mainRole === null && <p className={layout.note}>{say(texts.none)}</p>}
        <ul className={layout.lines}>
          {current.map((holder) => (
            <li key={holder.appointmentId}>
              <HolderWords page={page} holder={holder} />
              {mayEdit && (
                <span className={layout.acts}>
                  {!holder.deputy && holder.role === mainRole && (
                    <Button size="small" onClick={() => setOpen({ kind: 'replace', holder })}>
                      {say(texts.replace)}
                    </Button>
                  )}
                  <Button size="small" variant="quiet" onClick={() => setOpen({ kind: 'end', holder })}>
                    {say(texts.end)}
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
        {mayEdit && unit.validTo === null && unit.level !== 'household' && (
          <div>
            <Button variant="primary" size="small" icon="plus" onClick={() => setOpen({ kind: 'appoint' })}>
              {say(texts.appoint)}
            </Button>
          </div>
        )}
      </section>
      {former.length > 0 && (
        <section className={layout.section}>
          <h3>{say(texts.former)}</h3>
          <ul className={layout.lines}>
            {former.map((holder) => (
              <li key={holder.appointmentId} className={layout.faded}>
                <HolderWords page={page} holder={holder} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {open?.kind === 'appoint' && <AppointDialog page={page} vacantRole={vacant ? mainRole : null} replaced={null} onClose={close} />}
      {open?.kind === 'replace' && <AppointDialog page={page} vacantRole={null} replaced={open.holder} onClose={close} />}
      {open?.kind === 'end' && (
        <EndHolderDialog unit={unit} holder={open.holder} title={say(postTitle(ladder, open.holder.role))} onClose={close} />
      )}
    </>
  );
}

function HolderWords({ page, holder }: { page: UnitPage; holder: Holder }) {
  const say = useLabel();
  const day = useDayText();
  const { writing } = useTimeWords();
  const { validFrom, validTo } = holder;
  const span =
    validTo !== null
      ? say(texts.until, { from: day(validFrom), to: day(validTo) })
      : say(validFrom > writing.now ? texts.from : texts.since, { from: day(validFrom) });
  const { withAside } = useJoined();
  const title = say(postTitle(page.ladder, holder.role));
  return (
    <span className={styles.person}>
      <b>
        {holder.name}
        {'　'}
        {holder.deputy ? withAside(title, say(texts.deputy)) : title}
      </b>
      <span className={layout.note}>{span}</span>
    </span>
  );
}

/** To whom a vacant post falls, by the very chain a new case would take. */
function Vacancy({ page, role }: { page: UnitPage; role: Role }) {
  const say = useLabel();
  const trpc = useTRPC();
  const [lng, lat] = page.labelPoint ?? [0, 0];
  const place = useQuery(trpc.territory.place.queryOptions({ lng, lat }, { enabled: page.labelPoint !== null }));
  const link = place.data?.duty.find(({ unitId }) => unitId === page.unit.id);
  return (
    <Banner tone="care" title={say(texts.vacant, { title: say(postTitle(page.ladder, role)) })}>
      {link &&
        (link.onDuty ? say(texts.vacantTo, { name: link.onDuty.name, via: say(dutyLabels[link.onDuty.via]) }) : say(texts.vacantNobody))}
    </Banner>
  );
}
