import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { caseKindLabels, caseSourceLabels } from '#shared/cases/cases.i18n.ts';
import { textLimits } from '#shared/cases/cases-actions.ts';
import { caseKinds } from '#shared/cases/cases-schema.ts';
import type { Position } from '#shared/kernel/place.ts';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import {
  Banner,
  Button,
  Checkbox,
  EmptyState,
  Field,
  NoPermission,
  Segmented,
  Select,
  TextArea,
  TextInput,
  useToast,
} from '../../../ui/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';
import { PickOnMap } from '../../place-parts/index.ts';
import { CategorySearch } from '../components/category-search.tsx';
import styles from '../components/new-case.module.css';
import { deskHref } from '../hooks/desk-search.ts';
import { useNewCase } from '../hooks/use-new-case.ts';
import { useOwnBox } from '../hooks/use-own-box.ts';

const texts = defineTexts({
  title: { zh: '登记来电', en: 'New by phone' },
  source: { zh: '来源', en: 'Source' },
  text: { zh: '对方怎么说', en: 'What was said' },
  subject: { zh: '一句话标题', en: 'Title in one line' },
  subjectHint: { zh: '不写就用第一句话', en: 'Empty: the first sentence is taken' },
  kind: { zh: '诉求', en: 'Kind' },
  address: { zh: '地点', en: 'Place' },
  addressHint: { zh: '写到楼栋；右边地图对准更好', en: 'Down to the building; the cross on the map is better still' },
  name: { zh: '怎么称呼', en: 'Name' },
  phone: { zh: '电话', en: 'Phone' },
  phoneHint: { zh: '加密存放，回访要用', en: 'Kept encrypted; needed for the callback' },
  livelihood: { zh: '民生诉求', en: 'A livelihood matter' },
  optional: { zh: '可不填', en: 'optional' },
  send: { zh: '登记，去受理', en: 'Register the call' },
  done: { zh: '登记好了', en: 'The call is registered' },
  here: { zh: '十字在 {units}，{who} 负责', en: 'The cross is in {units}, {who} answers' },
  outside: { zh: '十字不在辖区里', en: 'The cross is outside the area' },
  move: { zh: '移动地图，让十字对准地方', en: 'Move the map until the cross is on the place' },
  noMap: { zh: '没有地图，按地址登记', en: 'No map; register by address' },
  notYours: { zh: '登记来电由值班、街道和回访员办', en: 'Calls are registered by duty desk, street and callback officers' },
});

/** What a caller says, written down once: the matter, the place, whom to call back. */
export function NewCasePage() {
  const say = useLabel();
  const navigate = useNavigate();
  const toast = useToast();
  const box = useOwnBox();
  const failureText = useFailureText(caseRefusalWords);
  const form = useNewCase((caseId) => {
    toast.show({ text: say(texts.done) });
    void navigate({ href: deskHref('/d/c/'.concat(caseId), {}) });
  });
  const { values, errors, change } = form;
  const errorOf = (name: string) => {
    const error = errors[name];
    return error ? { error: say(error) } : {};
  };
  if (form.sources.length === 0) return <NoPermission title={say(texts.notYours)} />;
  return (
    <div className={styles.page}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          form.send();
        }}
      >
        <div className={styles.fields}>
          <h1>{say(texts.title)}</h1>
          {form.error && (
            <Banner tone="care" live>
              {failureText(form.error)}
            </Banner>
          )}
          <div>
            <Segmented
              label={say(texts.source)}
              segments={form.sources.map((source) => ({ value: source, label: say(caseSourceLabels[source]) }))}
              value={form.source}
              onChange={(source) => change({ source })}
            />
          </div>
          <Field label={say(texts.text)} {...errorOf('text')}>
            {(control) => (
              <TextArea
                {...control}
                rows={4}
                maxLength={textLimits.text}
                value={values.text}
                onChange={(event) => change({ text: event.target.value })}
              />
            )}
          </Field>
          <CategorySearch
            entries={form.categories}
            value={values.category}
            error={errors['categoryScheme'] ?? errors['categoryCode']}
            onChange={(category, entry) => change({ category, kind: entry.defaultKind })}
          />
          <div className={styles.two}>
            <Field label={say(texts.subject)} hint={say(texts.subjectHint)} {...errorOf('title')}>
              {(control) => (
                <TextInput
                  {...control}
                  maxLength={textLimits.title}
                  value={values.title}
                  onChange={(event) => change({ title: event.target.value })}
                />
              )}
            </Field>
            <Field label={say(texts.kind)}>
              {(control) => (
                <Select
                  {...control}
                  value={values.kind}
                  options={caseKinds.map((kind) => ({ value: kind, label: say(caseKindLabels[kind]) }))}
                  onChange={(kind) => change({ kind })}
                />
              )}
            </Field>
          </div>
          <Field label={say(texts.address)} hint={say(texts.addressHint)} {...errorOf('address')}>
            {(control) => (
              <TextInput
                {...control}
                maxLength={textLimits.address}
                value={values.address}
                onChange={(event) => change({ address: event.target.value })}
              />
            )}
          </Field>
          <div className={styles.two}>
            <Field label={say(texts.name)} optionalWord={say(texts.optional)}>
              {(control) => (
                <TextInput
                  {...control}
                  maxLength={textLimits.name}
                  value={values.name}
                  autoComplete="off"
                  onChange={(event) => change({ name: event.target.value })}
                />
              )}
            </Field>
            <Field label={say(texts.phone)} hint={say(texts.phoneHint)} {...errorOf('onBehalfOf')}>
              {(control) => (
                <TextInput
                  {...control}
                  inputMode="tel"
                  value={values.phone}
                  autoComplete="off"
                  onChange={(event) => change({ phone: event.target.value })}
                />
              )}
            </Field>
          </div>
          <Checkbox checked={values.livelihood} onChange={(event) => change({ livelihood: event.target.checked })}>
            {say(texts.livelihood)}
          </Checkbox>
        </div>
        <div className={styles.acts}>
          <Button type="submit" variant="primary" icon="check" busy={form.busy}>
            {say(texts.send)}
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

function WhereIsIt({ point }: { point: Position | null }) {
  const say = useLabel();
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.territory.place.queryOptions(
      { lng: point?.[0] ?? 0, lat: point?.[1] ?? 0 },
      { enabled: point !== null, placeholderData: keepPreviousData },
    ),
  );
  if (point === null || !data) return say(texts.move);
  if (data.line.length === 0) return say(texts.outside);
  const units = data.line
    .slice(-3)
    .map((unit) => unit.name)
    .join(' ');
  const who = data.duty.find((each) => each.onDuty)?.onDuty?.name ?? '—';
  return say(texts.here, { units, who });
}
