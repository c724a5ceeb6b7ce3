import { useState } from 'react';
import { judgeArrival } from '#shared/dispatch/judge-arrival.ts';
import { positionVerdictLabels } from '#shared/dispatch/whistle.i18n.ts';
import { distanceM } from '#shared/kernel/geometry/measure.ts';
import { defineTexts, useLabel, usePosition } from '../../../platform/index.ts';
import { Button, Field, Segmented, TextInput } from '../../../ui/index.ts';
import type { FormValues } from '../../form-parts/index.ts';
import type { WhistleDetail } from '../whistle-types.ts';
import type { SharedField } from './field-shared.ts';
import styles from './whistle-form.module.css';

const texts = defineTexts({
  way: { zh: '怎么签到', en: 'How' },
  position: { zh: '用定位', en: 'By position' },
  code: { zh: '用到场码', en: 'By code' },
  once: { zh: '只取这一次位置，不跟踪。离现场 {n} 米以内算到场。', en: 'Taken once, nobody is followed. Within {n} m counts.' },
  noPoint: { zh: '这个哨没有标点，请用到场码。', en: 'This whistle has no point: use the code.' },
  take: { zh: '取我的位置', en: 'Take my position' },
  again: { zh: '再取一次', en: 'Take again' },
  asking: { zh: '正在定位', en: 'Locating' },
  found: { zh: '距现场 {n} 米，误差 {a} 米：{verdict}', en: '{n} m away, accurate to {a} m: {verdict}' },
  failed: { zh: '取不到位置：请打开定位权限，或改用到场码', en: 'No position: allow it, or use the code' },
  digits: { zh: '六位到场码', en: 'Six digits' },
  digitsHint: { zh: '看社区书记的平板，每 5 分钟换一次', en: 'On the secretary’s tablet, new every five minutes' },
});

/** Reporting in: the position is taken once and shown with its accuracy, or the code of the tablet is entered. */
export function ReportInField({
  error,
  detail,
  values,
  onChange,
}: SharedField & { detail: WhistleDetail; values: FormValues; onChange: (part: FormValues) => void }) {
  const say = useLabel();
  const { point } = detail.snapshot;
  const { settings } = detail;
  const { state, ask } = usePosition();
  const [way, setWay] = useState<'position' | 'code'>(point === null || typeof values['code'] === 'string' ? 'code' : 'position');
  const choose = (next: 'position' | 'code') => {
    setWay(next);
    onChange(next === 'position' ? { code: null } : { code: '', position: null });
  };
  const take = async () => {
    const answer = await ask();
    if (!answer.ok) return onChange({ position: null });
    const { lng, lat, accuracyM, source } = answer.position;
    onChange({ position: { lng, lat, accuracyM, source } });
  };
  const found = state.status === 'found' && point ? state.position : null;
  const away = found && point ? distanceM([found.lng, found.lat], [point.lng, point.lat]) : null;
  const said =
    found && away !== null
      ? say(texts.found, {
          n: Math.round(away),
          a: Math.round(found.accuracyM ?? 0),
          verdict: say(positionVerdictLabels[judgeArrival({ position: found, distanceM: away }, settings)]),
        })
      : state.status === 'asking'
        ? say(texts.asking)
        : state.status === 'failed'
          ? say(texts.failed)
          : '';
  return (
    <div className={styles.group}>
      {point !== null && (
        <Segmented
          touch
          label={say(texts.way)}
          segments={[
            { value: 'position', label: say(texts.position), icon: 'pin' },
            { value: 'code', label: say(texts.code), icon: 'keyboard' },
          ]}
          value={way}
          onChange={choose}
        />
      )}
      {way === 'position' ? (
        <>
          <p className={styles.quiet}>{say(texts.once, { n: settings.reportInRadiusM })}</p>
          <div className={styles.pairRow}>
            <Button icon="aim" busy={state.status === 'asking'} onClick={() => void take()}>
              {say(found ? texts.again : texts.take)}
            </Button>
            <b role="status">{said}</b>
          </div>
          {error && (
            <small className={styles.error} role="alert">
              {error}
            </small>
          )}
        </>
      ) : (
        <>
          {point === null && <p className={styles.quiet}>{say(texts.noPoint)}</p>}
          <Field label={say(texts.digits)} hint={say(texts.digitsHint)} {...(error ? { error } : {})}>
            {(control) => (
              <TextInput
                {...control}
                className={styles.code}
                inputMode="numeric"
                autoComplete="off"
                maxLength={6}
                value={typeof values['code'] === 'string' ? values['code'] : ''}
                onChange={(event) => onChange({ code: event.target.value.replace(/\D/gu, ''), position: null })}
              />
            )}
          </Field>
        </>
      )}
    </div>
  );
}
