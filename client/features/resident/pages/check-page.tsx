import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { defineTexts, useLabel, useSession } from '../../../platform/index.ts';
import { Banner, Button, NavLink } from '../../../ui/index.ts';
import { useReportForm } from '../../category-parts/index.ts';
import { usePhotoUrls } from '../../files-parts/index.ts';
import { PhoneSignIn } from '../../identity-parts/index.ts';
import { ResidentFrame } from '../components/resident-frame.tsx';
import { isPlaced } from '../draft.ts';
import { useReportDraft } from '../hooks/use-report-draft.tsx';
import { useSendReport } from '../hooks/use-send-report.ts';
import { rememberPlace } from '../remembered-place.ts';
import styles from '../resident.module.css';

const texts = defineTexts({
  title: { zh: '核对', en: 'Check' },
  right: { zh: '这样说对吗？', en: 'Is this right?' },
  matter: { zh: '事情', en: 'Matter' },
  place: { zh: '地点', en: 'Place' },
  kind: { zh: '类别', en: 'Kind' },
  photos: { zh: '照片', en: 'Photos' },
  who: { zh: '谁看', en: 'Who sees it' },
  whoWords: { zh: '只有经办人能看到您的电话', en: 'Only those who handle it see your number' },
  change: { zh: '改', en: 'Change' },
  changeMatter: { zh: '改事情', en: 'Change the matter' },
  changePlace: { zh: '改地点', en: 'Change the place' },
  changeKind: { zh: '改类别', en: 'Change the kind' },
  changePhotos: { zh: '改照片', en: 'Change the photos' },
  byOffice: { zh: '由社区来定', en: 'The community will decide' },
  wish: { zh: '心愿', en: 'Wish' },
  onMap: { zh: '地图上的位置', en: 'The place on the map' },
  noPlace: { zh: '还没说在哪儿', en: 'No place yet' },
  noWords: { zh: '没有写字', en: 'No words' },
  nth: { zh: '第 {n} 张照片', en: 'Photo {n}' },
  submit: { zh: '提交', en: 'Submit', plain: '发出去' },
  retry: { zh: '再发一次', en: 'Send again' },
  kept: { zh: '写的和照片都还在', en: 'Your words and photos are still here' },
  phoneTitle: { zh: '留个手机号，好答复您', en: 'A number, so that we can answer you' },
  phoneWhy: { zh: '收一条短信就行，以后不用再填。', en: 'One message is enough; you will not be asked again.' },
  submitWithCode: { zh: '提交', en: 'Submit', plain: '发出去' },
});

/** Everything once more on one page; then sent, for a first time after one message to the phone. */
export function CheckPage() {
  const say = useLabel();
  const [, navigate] = useLocation();
  const { draft, clear } = useReportDraft();
  const { me, isPending } = useSession();
  const form = useReportForm();
  const { send, busy, problem } = useSendReport();
  const urls = usePhotoUrls(draft.photoIds);
  const [phoneAsked, setPhoneAsked] = useState(false);
  const { category, unit, address, point } = draft;
  const chosen = form.data?.categories.find(({ scheme, code }) => scheme === category?.scheme && code === category?.code);
  const place = [unit?.name, address.trim()].filter(Boolean).join('\n') || say(point ? texts.onMap : texts.noPlace);

  const submit = async () => {
    const categories = form.data?.categories ?? (await form.refetch()).data?.categories ?? [];
    if (!(await send(draft, categories))) return;
    if (unit || point) rememberPlace({ unit, point, words: unit?.name ?? (address.trim() || say(texts.onMap)) });
    const { caseId } = draft;
    clear();
    navigate(`/done/${caseId}`, { replace: true });
  };

  const kind = draft.wish ? say(texts.wish) : chosen ? say(chosen.name) : say(texts.byOffice);
  return (
    <ResidentFrame
      title={say(texts.title)}
      backTo="/new/where"
      acts={
        phoneAsked && !me ? undefined : (
          <Button
            variant="primary"
            wide
            busy={busy || isPending}
            missing={isPlaced(draft) ? undefined : say(texts.noPlace)}
            onClick={() => (me ? void submit() : setPhoneAsked(true))}
          >
            {say(problem ? texts.retry : texts.submit)}
          </Button>
        )
      }
    >
      <h1>{say(phoneAsked && !me ? texts.phoneTitle : texts.right)}</h1>
      {problem && (
        <Banner tone="care" live title={problem}>
          {say(texts.kept)}
        </Banner>
      )}
      {phoneAsked && !me ? (
        <>
          <p className={styles.lead}>{say(texts.phoneWhy)}</p>
          <PhoneSignIn submitLabel={say(texts.submitWithCode)} onDone={() => void submit()} />
        </>
      ) : (
        <dl className={styles.summary}>
          <Line term={say(texts.matter)} change={say(texts.change)} label={say(texts.changeMatter)} href="/r/new">
            {draft.text.trim() || (chosen ? say(chosen.name) : say(texts.noWords))}
          </Line>
          <Line term={say(texts.place)} change={say(texts.change)} label={say(texts.changePlace)} href="/r/new/where">
            {place}
          </Line>
          <Line term={say(texts.kind)} {...(draft.wish ? {} : { change: say(texts.change), label: say(texts.changeKind), href: '/r/new' })}>
            {kind}
          </Line>
          {draft.photoIds.length > 0 && (
            <Line term={say(texts.photos)} change={say(texts.change)} label={say(texts.changePhotos)} href="/r/new">
              <span className={styles.thumbs}>
                {draft.photoIds.map(
                  (id, index) => urls.has(id) && <img key={id} src={urls.get(id)} alt={say(texts.nth, { n: index + 1 })} />,
                )}
              </span>
            </Line>
          )}
          <Line term={say(texts.who)}>{say(texts.whoWords)}</Line>
        </dl>
      )}
    </ResidentFrame>
  );
}

function Line({
  term,
  children,
  change,
  label,
  href,
}: {
  term: string;
  children: ReactNode;
  change?: string;
  label?: string;
  href?: string;
}) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
      {href && (
        <dd>
          <NavLink href={href} aria-label={label}>
            {change}
          </NavLink>
        </dd>
      )}
    </div>
  );
}
