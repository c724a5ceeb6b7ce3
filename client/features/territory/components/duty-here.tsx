import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { placementLabels } from '#shared/cases/cases.i18n.ts';
import type { Position } from '#shared/kernel/place.ts';
import { dutyLabels } from '#shared/territory/territory.i18n.ts';
import { defineTexts, useLabel, useLocale, useTRPC } from '../../../platform/index.ts';
import { Answer } from '../../admin-parts/index.ts';
import styles from './territory.module.css';

const texts = defineTexts({
  move: { zh: '移动地图，让十字对准地方', en: 'Move the map until the cross is on the place' },
  nobody: { zh: '这里不在任何辖区里', en: 'No unit holds this place' },
  vacant: { zh: '没有人', en: 'nobody' },
});

/** Who answers for the place under the cross, from the nearest up, exactly as a report from there would find it. */
export function DutyHere({ point }: { point: Position | null }) {
  const say = useLabel();
  const { locale } = useLocale();
  const trpc = useTRPC();
  const [lng, lat] = (point ?? [0, 0]).map((value) => Number(value.toFixed(6)));
  const place = useQuery(
    trpc.territory.place.queryOptions({ lng: lng ?? 0, lat: lat ?? 0 }, { enabled: point !== null, placeholderData: keepPreviousData }),
  );
  return (
    <div className={styles.here} role="status">
      {point === null ? (
        say(texts.move)
      ) : (
        <Answer query={place} lines={3}>
          {({ line, duty, placement }) => (
            <>
              <b>
                {line.length > 0
                  ? line
                      .slice(-3)
                      .map((unit) => unit.name)
                      .join(' · ')
                  : say(texts.nobody)}
              </b>
              {placement !== 'inside' && <div>{say(placementLabels[placement])}</div>}
              <ol>
                {duty.map(({ unitId, role, title, onDuty }) => (
                  <li key={`${unitId} ${role}`}>
                    <span>{title[locale]}</span>
                    <b>{onDuty?.name ?? say(texts.vacant)}</b>
                    <span>{onDuty ? say(dutyLabels[onDuty.via]) : ''}</span>
                  </li>
                ))}
              </ol>
            </>
          )}
        </Answer>
      )}
    </div>
  );
}
