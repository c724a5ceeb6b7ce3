import { fitsSide, judgePair, pairedWork, pairRefusals, SAME_SPOT_M } from '#shared/dispatch/judge-pair.ts';
import { whistleRefusalLabels } from '#shared/dispatch/whistle-refusals.i18n.ts';
import { takenAt, takenFrom } from '#shared/files/photo-evidence.ts';
import { papers } from '#shared/files/photo-purposes.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Button, Field, IconButton, Select, TextInput } from '../../../ui/index.ts';
import { photoAddress } from '../../files-parts/index.ts';
import { apartWords, usePhotoWords } from '../components/whistle-photos.tsx';
import type { WhistleDetail } from '../whistle-types.ts';
import type { SharedField } from './field-shared.ts';
import styles from './whistle-form.module.css';

const texts = defineTexts({
  help: {
    zh: '选同一机位的两张：修前出自上报、核实、到场，修后出自施工、说明，返工后要新拍。没有完工照片，先用「补充说明」拍一张。',
    en: 'Two photos from one spot: before from the report or visit, after from the work or a note, anew after a rejection. No photo of the end yet? Add one with a note first.',
  },
  none: { zh: '本哨还没有照片', en: 'This whistle has no photos yet' },
  before: { zh: '第 {n} 对：修前', en: 'Pair {n}: before' },
  after: { zh: '第 {n} 对：修后', en: 'Pair {n}: after' },
  spot: { zh: '机位', en: 'Spot' },
  spotHint: { zh: '如：院门朝北', en: 'As: gate, facing north' },
  add: { zh: '再配一对', en: 'Another pair' },
  remove: { zh: '去掉第 {n} 对', en: 'Remove pair {n}' },
  choose: { zh: '请选照片', en: 'Choose a photo' },
});

type Pair = { beforeId: string; afterId: string; spot: string };
const isPair = (each: unknown): each is Pair => typeof each === 'object' && each !== null && 'beforeId' in each && 'afterId' in each;
const blank: Pair = { beforeId: '', afterId: '', spot: '' };
const filePhoto = (photo: WhistleDetail['photos'][number]) => ({
  ...{ id: photo.id, takenAt: takenAt(photo), from: takenFrom(photo) },
  ...{ purpose: photo.purpose, filedAt: photo.uploadedAt },
});

/** Photos of the whistle laid in pairs, each shown while it is chosen. */
export function PairsField({
  label,
  error,
  detail,
  value,
  onChange,
}: SharedField & { detail: WhistleDetail; value: unknown; onChange: (pairs: Pair[]) => void }) {
  const say = useLabel();
  const wordsOf = usePhotoWords();
  const given = Array.isArray(value) ? value.filter(isPair) : [];
  const pairs = given.length > 0 ? given : [blank];
  const usable = detail.photos.filter(({ purpose }) => !papers.some((paper) => paper === purpose));
  const seen = new Map(usable.map((photo) => [photo.id as string, filePhoto(photo)]));
  /** what the two chosen photos say of the pair, before it is sent */
  const judged = ({ beforeId, afterId }: Pair, row: number) => {
    const [before, after] = [seen.get(beforeId), seen.get(afterId)];
    if (!before || !after || before === after) return null;
    const { verdict, apartM } = judgePair({ before, after }, pairedWork(detail.snapshot));
    if (verdict === 'good') return <small className={styles.quiet}>{apartWords(say, apartM)}</small>;
    const words = say(whistleRefusalLabels[pairRefusals[verdict]], { row, apart: apartM ?? 0, most: SAME_SPOT_M });
    return (
      <small className={styles.error} role="alert">
        {words}
      </small>
    );
  };
  const optionsOf = (side: 'before' | 'after') =>
    usable.filter((photo) => fitsSide(side, photo)).map((photo) => ({ value: photo.id as string, label: wordsOf(photo).caption }));
  const put = (index: number, part: Partial<Pair>) => onChange(pairs.map((pair, at) => (at === index ? { ...pair, ...part } : pair)));
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      <small className={styles.quiet}>{say(usable.length > 0 ? texts.help : texts.none)}</small>
      {pairs.map((pair, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pairs have no identity but their place
        <div key={index} className={styles.pair}>
          {(['before', 'after'] as const).map((side) => {
            const id = side === 'before' ? pair.beforeId : pair.afterId;
            return (
              <div key={side} className={styles.pairSide}>
                {id ? <img src={photoAddress(id)} alt="" /> : <span className={styles.pairNone} aria-hidden="true" />}
                <Select
                  options={optionsOf(side)}
                  value={id}
                  aria-label={say(texts[side], { n: index + 1 })}
                  placeholder={say(texts.choose)}
                  onChange={(chosen) => put(index, side === 'before' ? { beforeId: chosen } : { afterId: chosen })}
                />
              </div>
            );
          })}
          <Field label={say(texts.spot)} hint={say(texts.spotHint)}>
            {(control) => (
              <TextInput {...control} maxLength={40} value={pair.spot} onChange={(event) => put(index, { spot: event.target.value })} />
            )}
          </Field>
          {judged(pair, index + 1)}
          {pairs.length > 1 && (
            <IconButton
              icon="close"
              label={say(texts.remove, { n: index + 1 })}
              onClick={() => onChange(pairs.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      <div>
        <Button size="small" icon="plus" onClick={() => onChange([...pairs, blank])}>
          {say(texts.add)}
        </Button>
      </div>
      {error && (
        <small className={styles.error} role="alert">
          {error}
        </small>
      )}
    </fieldset>
  );
}
