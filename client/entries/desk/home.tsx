import { FreshnessStamp } from '../../platform/freshness-stamp.tsx';
import { defineTexts, useLabel } from '../../platform/i18n.tsx';
import { TopBar } from '../../ui/navigation.tsx';
import { EmptyState } from '../../ui/states.tsx';

const texts = defineTexts({
  inbox: { zh: '收件箱', en: 'Inbox' },
  places: { zh: '主要页面', en: 'Main pages' },
  none: { zh: '没有要办的', en: 'Nothing to do' },
  noneWhy: { zh: '派来的事会出现在这里，按到期先后排。', en: 'Matters sent to you appear here, the next due first.' },
});

/** The inbox before anything was dispatched. */
export function Home() {
  const say = useLabel();
  return (
    <>
      <TopBar
        title={say(texts.inbox)}
        links={[{ href: '/d', label: say(texts.inbox), current: true }]}
        linksLabel={say(texts.places)}
        end={<FreshnessStamp />}
      />
      <main>
        <EmptyState icon="inbox" title={say(texts.none)}>
          {say(texts.noneWhy)}
        </EmptyState>
      </main>
    </>
  );
}
