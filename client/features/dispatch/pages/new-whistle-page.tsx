import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { whistleTypeLabels } from '#shared/dispatch/whistle.i18n.ts';
import { whistleTextLimits } from '#shared/dispatch/whistle-actions.ts';
import { whistleTypes } from '#shared/dispatch/whistle-schema.ts';
import { defineTexts, useLabel, useSession, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Banner, Button, EmptyState, Field, NoPermission, Segmented, Skeleton, TextArea, TextInput, useToast } from '../../../ui/index.ts';
import { whistleRefusalWords } from '../../dispatch-parts/index.ts';
import { boxAround, PickOnMap } from '../../place-parts/index.ts';
import styles from '../components/draft.module.css';
import { LinkedCases } from '../components/linked-cases.tsx';
import { UnitPicker } from '../components/unit-picker.tsx';
import { type Prefilled, useDraft } from '../hooks/use-draft.ts';
import { useFrame } from '../hooks/use-frame.ts';
import { useOwnPlace } from '../hooks/use-own-place.ts';
import { useWhistle } from '../hooks/use-whistle.ts';
import type { WhistleDetail } from '../whistle-types.ts';

const texts = defineTexts({
  title: { zh: '吹一个哨', en: 'Blow a whistle' },
  change: { zh: '修改草稿', en: 'Change the draft' },
  type: { zh: '哪一种', en: 'Type' },
  name: { zh: '一句话标题', en: 'Title in one line' },
  reason: { zh: '为什么社区自己办不了', en: 'Why the community alone cannot' },
  reasonHint: { zh: '各单位和街道都看得到，不写居民姓名和电话', en: 'All units and the street read it: no names or phones' },
  duties: { zh: '社区职责清单', en: 'Community duty list' },
  address: { zh: '地点', en: 'Place' },
  addressHint: { zh: '写到院门或楼栋；右边地图对准更好', en: 'Down to the door; the cross on the map is better still' },
  area: { zh: '面积（m²）', en: 'Area (m²)' },
  persons: { zh: '受益人数', en: 'People concerned' },
  optional: { zh: '可不填', en: 'optional' },
  save: { zh: '保存草稿', en: 'Save the draft' },
  blow: { zh: '吹哨', en: 'Blow' },
  ask: { zh: '报街道，吹哨', en: 'Ask the street and blow' },
  saved: { zh: '草稿已保存', en: 'Draft saved' },
  blown: { zh: '已吹哨', en: 'Blown' },
  needsStreet: {
    zh: '社区吹哨要街道批准，街道有 4 个工作时；批准以后各单位才收到。',
    en: 'The street must approve within 4 working hours; only then are the units called.',
  },
  direct: { zh: '按下后各单位马上收到，应哨和到场的时限从现在起算。', en: 'Units are called at once; their clocks start now.' },
  emergency: {
    zh: '应急哨不等批准：10 分钟内应哨，30 分钟内到场，街道同时知道。',
    en: 'An emergency waits for nobody: answer in 10 minutes, arrive in 30; the street is told.',
  },
  loading: { zh: '正在打开', en: 'Opening' },
  noMap: { zh: '没有地图，按地址起草', en: 'No map; draft by address' },
  move: { zh: '移动地图，让十字对准现场', en: 'Move the map until the cross is on the place' },
  here: { zh: '已对准：{units}', en: 'Marked: {units}' },
  outside: { zh: '这里不在辖区内', en: 'Outside the area' },
  notYours: { zh: '吹哨由社区书记和街道办', en: 'Whistles are blown by the secretary or the street' },
});

/** Draft and blow: what, where, over which cases, whom to call and why, and whether the street must approve. */
export function NewWhistlePage() {
  const say = useLabel();
  const trpc = useTRPC();
  const { me } = useSession();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const caseIds = typeof search['cases'] === 'string' ? search['cases'].split(',').filter(Boolean) : [];
  const whistleId = typeof search['whistle'] === 'string' ? search['whistle'] : undefined;
  const existing = useWhistle(whistleId);
  const first = caseIds[0];
  const about = useQuery(
    trpc.cases.byId.queryOptions({ caseId: first ?? '' }, { enabled: first !== undefined && !whistleId, retry: false }),
  );
  const place = useOwnPlace();
  const roles = me?.posts.map(({ role }) => role) ?? [];
  if (!me || place.isPending || (whistleId && existing.isPending) || (first && !whistleId && about.isPending))
    return <Skeleton lines={8} label={say(texts.loading)} />;
  if (!roles.includes('secretary') && !roles.includes('streetOperator')) return <NoPermission page title={say(texts.notYours)} />;
  const snapshot = about.data?.snapshot;
  const prefilled: Prefilled | null = snapshot
    ? { title: snapshot.title, address: snapshot.address, point: snapshot.point && [snapshot.point.lng, snapshot.point.lat] }
    : null;
  return (
    <DraftForm
      existing={existing.data ?? null}
      caseIds={caseIds}
      prefilled={prefilled}
      place={place}
      street={roles.includes('streetOperator')}
    />
  );
}

type FormProps = {
  existing: WhistleDetail | null;
  caseIds: readonly string[];
  prefilled: Prefilled | null;
  place: ReturnType<typeof useOwnPlace>;
  street: boolean;
};

function DraftForm({ existing, caseIds, prefilled, place, street }: FormProps) {
  const say = useLabel();
  const trpc = useTRPC();
  const toast = useToast();
  const navigate = useNavigate();
  const frame = useFrame();
  const failureText = useFailureText(whistleRefusalWords);
  const settings = useQuery(
    trpc.dispatch.settings.queryOptions({ districtId: place.districtId }, { enabled: place.districtId !== '', retry: false }),
  );
  const { values, errors, error, busy, change, send } = useDraft({
    ...{ existing, caseIds, prefilled, placeId: place.unitId },
    onDone: (whistleId, blown) => {
      toast.show({ text: say(blown ? texts.blown : texts.saved) });
      void navigate({ href: `${frame}/w/${whistleId}` });
    },
  });
  const errorOf = (name: string) => {
    const found = errors[name];
    return found ? { error: say(found) } : {};
  };
  const emergency = values.whistleType === 'emergency';
  const asks = !street && !emergency && settings.data?.current.streetApproval !== 'direct';
  const start = existing?.snapshot.point ?? (prefilled?.point ? { lng: prefilled.point[0], lat: prefilled.point[1] } : null);
  const box = start ? boxAround(start, 150) : place.box;
  return (
    <div className={styles.page}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send('blow');
        }}
      >
        <div className={styles.fields}>
          <h1>{say(existing ? texts.change : texts.title)}</h1>
          {error !== null && (
            <Banner tone="care" live>
              {failureText(error)}
            </Banner>
          )}
          <Segmented
            wide
            label={say(texts.type)}
            segments={whistleTypes.map((type) => ({ value: type, label: say(whistleTypeLabels[type]) }))}
            value={values.whistleType}
            onChange={(whistleType) => change({ whistleType })}
          />
          <Field label={say(texts.name)} {...errorOf('title')}>
            {(control) => (
              <TextInput
                {...control}
                maxLength={whistleTextLimits.title}
                value={values.title}
                onChange={(event) => change({ title: event.target.value })}
              />
            )}
          </Field>
          <Field
            label={say(texts.reason)}
            hint={
              <>
                {say(texts.reasonHint)}　
                <a href={`${frame}/duties`} target="_blank" rel="noreferrer">
                  {say(texts.duties)}
                </a>
              </>
            }
            {...errorOf('reason')}
          >
            {(control) => (
              <TextArea
                {...control}
                rows={4}
                maxLength={whistleTextLimits.note}
                value={values.reason}
                onChange={(event) => change({ reason: event.target.value })}
              />
            )}
          </Field>
          <Field label={say(texts.address)} hint={say(texts.addressHint)} {...errorOf('address')}>
            {(control) => (
              <TextInput
                {...control}
                maxLength={whistleTextLimits.address}
                value={values.address}
                onChange={(event) => change({ address: event.target.value })}
              />
            )}
          </Field>
          <div className={styles.two}>
            <Field label={say(texts.area)} optionalWord={say(texts.optional)} {...errorOf('areaM2')}>
              {(control) => (
                <TextInput
                  {...control}
                  inputMode="numeric"
                  value={values.areaM2}
                  onChange={(event) => change({ areaM2: event.target.value })}
                />
              )}
            </Field>
            <Field label={say(texts.persons)} optionalWord={say(texts.optional)} {...errorOf('persons')}>
              {(control) => (
                <TextInput
                  {...control}
                  inputMode="numeric"
                  value={values.persons}
                  onChange={(event) => change({ persons: event.target.value })}
                />
              )}
            </Field>
          </div>
          <LinkedCases value={values.caseIds} onChange={(ids) => change({ caseIds: ids })} />
          <UnitPicker
            caseIds={values.caseIds}
            point={values.point}
            placeId={place.unitId}
            whistleType={values.whistleType}
            value={values}
            onChange={change}
            error={errors['leadUnitId'] ?? errors['supportUnitIds']}
          />
        </div>
        <div className={styles.acts}>
          <p>{say(emergency ? texts.emergency : asks ? texts.needsStreet : texts.direct)}</p>
          <Button icon="document" busy={busy === 'save'} onClick={() => void send('save')}>
            {say(texts.save)}
          </Button>
          <Button type="submit" variant="primary" icon="whistle" busy={busy === 'blow'}>
            {say(asks ? texts.ask : texts.blow)}
          </Button>
        </div>
      </form>
      <div className={styles.map}>
        {box ? <PickOnMap start={box} onPick={(point) => change({ point })} /> : <EmptyState icon="map" title={say(texts.noMap)} />}
        <p className={styles.placed} role="status">
          <WhereIsIt point={values.point} />
        </p>
      </div>
    </div>
  );
}

function WhereIsIt({ point }: { point: Prefilled['point'] }) {
  const say = useLabel();
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.territory.place.queryOptions(
      { lng: point?.[0] ?? 0, lat: point?.[1] ?? 0 },
      { enabled: point !== null, placeholderData: (before) => before },
    ),
  );
  if (point === null || !data) return say(texts.move);
  if (data.line.length === 0) return say(texts.outside);
  return say(texts.here, {
    units: data.line
      .slice(-3)
      .map(({ name }) => name)
      .join(' '),
  });
}
