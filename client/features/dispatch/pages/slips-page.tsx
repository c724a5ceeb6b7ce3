import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Banner, Button, ButtonLink, Checkbox, classNames, EmptyState } from '../../../ui/index.ts';
import { whistleRefusalWords } from '../../dispatch-parts/index.ts';
import { HeadClock } from '../components/head-clock.tsx';
import styles from '../components/papers.module.css';
import { QrCode } from '../components/qr-code.tsx';
import { WhistleGate } from '../components/whistle-gate.tsx';
import { useFrame } from '../hooks/use-frame.ts';
import type { WhistleDetail } from '../whistle-types.ts';

const texts = defineTexts({
  title: { zh: '入户纸条', en: 'Slips for households' },
  back: { zh: '回到这个哨', en: 'Back to the whistle' },
  show: { zh: '取各户的码', en: 'Show the codes' },
  print: { zh: '打印，裁开入户', en: 'Print and cut' },
  why: {
    zh: '一户一张，码只管这一件事。取码会记入审计。',
    en: 'One slip a household, good for this matter only. Showing them is audited.',
  },
  onlyOpen: { zh: '只印要上门的（{n} 户）', en: 'Only doors to knock at ({n})' },
  openWhy: { zh: '结果还没告诉的，和短信没发出去的。', en: 'Not told the result yet, or no message went out.' },
  none: { zh: '还没有列住户', en: 'No household is listed yet' },
  noneWhy: { zh: '先在这个哨里「列受影响住户」。', en: 'List the affected households in the whistle first.' },
  how: {
    zh: '用手机扫一扫，或打开 {address} 输入上面的码，说说您的意见；修完以后，用同一个码告诉我们修好没有。不用登录。',
    en: 'Scan it, or open {address} and enter the code; say what you think, and later whether it is solved. No sign-in.',
  },
  qr: { zh: '{door}的二维码', en: 'QR code of {door}' },
  by: { zh: '{community}　哨号 {no}', en: '{community}, no. {no}' },
});

/** One slip a household with its code, to print and cut apart. */
export function SlipsPage() {
  return <WhistleGate>{(detail) => <Slips detail={detail} />}</WhistleGate>;
}

/** Households that nobody has told the result, and those told by a message of which nothing proves that it went out. */
function doorsToKnock({ snapshot, texts: sent }: WhistleDetail): ReadonlySet<string> {
  const out = new Set(sent.flatMap(({ householdId, state }) => (state === 'failed' ? [] : [householdId])));
  const open = ({ id, told }: (typeof snapshot.households)[number]) => told === null || (told.way === 'message' && !out.has(id));
  return new Set(snapshot.households.filter(open).map(({ id }) => id));
}

/** Ten signs in a row are hard to copy from paper; the gap is no part of the code. */
const inHalves = (code: string) => `${code.slice(0, 5)} ${code.slice(5)}`;

function Slips({ detail }: { detail: WhistleDetail }) {
  const say = useLabel();
  const trpc = useTRPC();
  const frame = useFrame();
  const failureText = useFailureText(whistleRefusalWords);
  const slips = useMutation(trpc.dispatch.slips.mutationOptions());
  const { snapshot, places } = detail;
  const toKnock = doorsToKnock(detail);
  const [onlyOpen, setOnlyOpen] = useState(snapshot.acceptedAt !== null && toKnock.size > 0);
  const shown = slips.data?.filter(({ householdId }) => !onlyOpen || toKnock.has(householdId));
  const community = places.find(({ level }) => level === 'community')?.name ?? '';
  const address = `${window.location.host}/r/w`;
  return (
    <article className={classNames(styles.sheet, styles.cutting)}>
      <h1>{say(texts.title)}</h1>
      <div className={styles.bar}>
        <ButtonLink variant="quiet" icon="chevronLeft" href={`${frame}/w/${snapshot.id}`}>
          {say(texts.back)}
        </ButtonLink>
        <p>{say(texts.why)}</p>
        {slips.data ? (
          <Button variant="primary" icon="print" onClick={() => window.print()}>
            {say(texts.print)}
          </Button>
        ) : (
          <Button variant="primary" icon="eye" busy={slips.isPending} onClick={() => slips.mutate({ whistleId: snapshot.id })}>
            {say(texts.show)}
          </Button>
        )}
      </div>
      <div className={styles.bar}>
        <HeadClock detail={detail} />
      </div>
      {snapshot.acceptedAt !== null && (
        <div className={styles.bar}>
          <Checkbox checked={onlyOpen} onChange={(event) => setOnlyOpen(event.target.checked)}>
            {say(texts.onlyOpen, { n: toKnock.size })}
          </Checkbox>
          <p>{say(texts.openWhy)}</p>
        </div>
      )}
      {slips.error && (
        <Banner tone="care" live>
          {failureText(slips.error)}
        </Banner>
      )}
      {snapshot.households.length === 0 && <EmptyState title={say(texts.none)}>{say(texts.noneWhy)}</EmptyState>}
      <div className={styles.slips}>
        {shown?.map((slip) => (
          <section key={slip.householdId} className={styles.slip} aria-label={slip.label}>
            <b>{slip.label}</b>
            <small>{say(texts.by, { community, no: snapshot.whistleNo })}</small>
            <p className={styles.matter}>{snapshot.title}</p>
            <QrCode className={styles.qr} text={`${window.location.origin}/r/w#${slip.code}`} label={say(texts.qr, { door: slip.label })} />
            <span className={styles.code}>{inHalves(slip.code)}</span>
            <p>{say(texts.how, { address })}</p>
          </section>
        ))}
      </div>
    </article>
  );
}
