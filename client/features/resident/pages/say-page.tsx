import { useLocation } from 'wouter';
import { textLimits } from '#shared/cases/text-limits.ts';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { Button, ErrorState, Field, Skeleton, TextArea } from '../../../ui/index.ts';
import { CategoryGrid, guessCategory, type ReportCategory, useReportForm } from '../../category-parts/index.ts';
import { PhotoPicker } from '../../files-parts/index.ts';
import { ResidentFrame } from '../components/resident-frame.tsx';
import { isPlaced } from '../draft.ts';
import { useReportDraft } from '../hooks/use-report-draft.tsx';
import styles from '../resident.module.css';

const texts = defineTexts({
  report: { zh: '我要反映', en: 'Report a matter' },
  wish: { zh: '我有心愿', en: 'I have a wish' },
  what: { zh: '是什么事？', en: 'What is it about?' },
  whatWish: { zh: '您的心愿是什么？', en: 'What is your wish?' },
  say: { zh: '说一说', en: 'Tell us', plain: '说一说是什么事' },
  sayHint: {
    zh: '打字，或用键盘上的话筒说。也可以直接点下面一样',
    en: 'Type, or use the microphone of your keyboard; or just press one below',
  },
  sayHintWish: { zh: '写小一点、能办到的，比如想要一副老花镜', en: 'Something small that can be done, such as a pair of reading glasses' },
  photo: { zh: '照片可以不拍', en: 'A photo is optional' },
  pick: { zh: '或者点一样最像的', en: 'Or press the one that fits best' },
  next: { zh: '下一步：在哪儿', en: 'Next: where' },
  nextCheck: { zh: '下一步：看一遍', en: 'Next: check it' },
  missing: { zh: '说一句话，或点一样', en: 'Say a word or press one of them' },
  missingWish: { zh: '先写下您的心愿', en: 'Write down your wish first' },
  loading: { zh: '正在打开', en: 'Opening' },
  failed: { zh: '类别没打开，写字一样能报', en: 'The kinds did not open; you can still write' },
  again: { zh: '再试一次', en: 'Try again' },
});

/** First step: words, a photo, or one press on what fits. */
export function SayPage() {
  const say = useLabel();
  const [, navigate] = useLocation();
  const { draft, change } = useReportDraft();
  const form = useReportForm();
  const goOn = () => navigate(isPlaced(draft) ? '/new/check' : '/new/where');
  const next = () => {
    const guess = draft.category || draft.wish ? null : guessCategory(draft.text, form.data?.categories ?? []);
    if (guess) change({ category: { scheme: guess.scheme, code: guess.code } });
    goOn();
  };
  const choose = ({ scheme, code }: ReportCategory) => {
    change({ category: { scheme, code } });
    goOn();
  };
  const enough = draft.text.trim() !== '' || (draft.category !== null && !draft.wish);

  return (
    <ResidentFrame
      title={say(draft.wish ? texts.wish : texts.report)}
      backTo="/"
      acts={
        <Button variant="primary" wide missing={enough ? undefined : say(draft.wish ? texts.missingWish : texts.missing)} onClick={next}>
          {say(isPlaced(draft) ? texts.nextCheck : texts.next)}
        </Button>
      }
    >
      <h1>{say(draft.wish ? texts.whatWish : texts.what)}</h1>
      <Field label={say(texts.say)} hint={say(draft.wish ? texts.sayHintWish : texts.sayHint)}>
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            maxLength={textLimits.text}
            value={draft.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      <PhotoPicker ids={draft.photoIds} onChange={(photoIds) => change({ photoIds })} most={3} />
      <p className={styles.lead}>{say(texts.photo)}</p>
      {!draft.wish && (
        <>
          <p className={styles.or}>{say(texts.pick)}</p>
          {form.isPending && <Skeleton label={say(texts.loading)} />}
          {form.error && (
            <ErrorState title={say(texts.failed)} action={<Button onClick={() => void form.refetch()}>{say(texts.again)}</Button>} />
          )}
          {form.data && <CategoryGrid categories={form.data.categories} audience="resident" chosen={draft.category} onChoose={choose} />}
        </>
      )}
    </ResidentFrame>
  );
}
