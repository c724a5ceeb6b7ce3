import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { placementLabels } from '#shared/cases/cases.i18n.ts';
import type { Position } from '#shared/kernel/place.ts';
import { defineTexts, useJoined, useLabel, useTRPC } from '../../../platform/index.ts';
import { Button, Field, Icon, TextInput } from '../../../ui/index.ts';
import type { CaseDetail } from '../case-types.ts';
import styles from './triage.module.css';

const texts = defineTexts({
  question: { zh: '在哪？', en: 'Where?' },
  move: { zh: '改位置', en: 'Correct the place' },
  use: { zh: '用十字的位置', en: 'Use the cross' },
  back: { zh: '不改了', en: 'Leave it' },
  address: { zh: '地点怎么说', en: 'The place in words' },
  moved: { zh: '已改位置', en: 'Place corrected' },
  missing: { zh: '还没有位置，请在地图上定', en: 'No place yet; set it on the map' },
  nobody: { zh: '没人值守', en: 'nobody on duty' },
});

/** Where the cross stands while the place is being corrected. */
export type PlaceEdit = { centre: Position | null } | null;

/** Question two: the place in words, the grid it lies in and who answers there; the cross on the map corrects it. */
export function PlaceQuestion({
  detail,
  moved,
  address,
  edit,
  onEdit,
  onMove,
  onAddress,
}: {
  detail: CaseDetail;
  moved: Position | null;
  address: string;
  edit: PlaceEdit;
  onEdit: (edit: PlaceEdit) => void;
  onMove: (place: Position) => void;
  onAddress: (address: string) => void;
}) {
  const say = useLabel();
  const { phrased } = useJoined();
  const trpc = useTRPC();
  const { snapshot, places, duty } = detail;
  const at = edit?.centre ?? moved;
  const place = useQuery(
    trpc.territory.place.queryOptions(
      { lng: at?.[0] ?? 0, lat: at?.[1] ?? 0 },
      { enabled: at !== null, placeholderData: keepPreviousData },
    ),
  );
  const line = at ? (place.data?.line ?? []) : places;
  const holder = at
    ? place.data?.duty.find((each) => each.role === 'gridWorker')?.onDuty?.name
    : duty.find((each) => each.role === 'gridWorker')?.name;
  const units = line.filter((unit) => ['community', 'grid', 'estate', 'building'].includes(unit.level)).map((unit) => unit.name);
  const placement = at ? place.data?.placement : snapshot.placement;
  return (
    <section className={styles.ask}>
      <h3>
        <Icon name="pin" size={20} />
        <b>2</b> {say(texts.question)}
        {moved && !edit && <small>{say(texts.moved)}</small>}
      </h3>
      <div className={styles.place} data-missing={units.length === 0 || undefined}>
        <span>{address || snapshot.address || units.at(-1) || say(texts.missing)}</span>
        <span className={styles.placeEnd}>
          {phrased(units.slice(0, 2).join(' '), units.length > 0 && (holder ?? say(texts.nobody)))}
          {placement && placement !== 'inside' && <> {say(placementLabels[placement])}</>}
        </span>
      </div>
      {edit ? (
        <>
          <Field label={say(texts.address)}>
            {(control) => (
              <TextInput
                {...control}
                value={address || snapshot.address}
                maxLength={200}
                onChange={(event) => onAddress(event.target.value)}
              />
            )}
          </Field>
          <div className={styles.answers}>
            <Button
              size="small"
              variant="primary"
              icon="pin"
              onClick={() => {
                if (edit.centre) onMove(edit.centre);
                onEdit(null);
              }}
            >
              {say(texts.use)}
            </Button>
            <Button size="small" variant="quiet" onClick={() => onEdit(null)}>
              {say(texts.back)}
            </Button>
          </div>
        </>
      ) : (
        <div>
          <Button size="small" variant="quiet" icon="pin" onClick={() => onEdit({ centre: moved })}>
            {say(texts.move)}
          </Button>
        </div>
      )}
    </section>
  );
}
