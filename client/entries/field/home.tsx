import { defineTexts, useLabel } from '../../platform/i18n.tsx';
import { useTimeWords } from '../../platform/time-zone.tsx';
import { BottomNav, TopBar } from '../../ui/navigation.tsx';
import { EmptyState } from '../../ui/states.tsx';

const texts = defineTexts({
  today: { zh: '今日', en: 'Today' },
  map: { zh: '地图', en: 'Map' },
  outbox: { zh: '发件箱', en: 'Outbox' },
  me: { zh: '我的', en: 'Me' },
  places: { zh: '主要页面', en: 'Main pages' },
  none: { zh: '今天没有要办的', en: 'Nothing to do today' },
  noneWhy: { zh: '新的事派来会响一声。', en: 'New matters ring once.' },
});

/** 今日 before any matter has come. */
export function Home() {
  const say = useLabel();
  const { day, writing } = useTimeWords();
  return (
    <>
      <TopBar title={say(texts.today)} subtitle={day(writing.now)} />
      <main>
        <EmptyState title={say(texts.none)}>{say(texts.noneWhy)}</EmptyState>
      </main>
      <BottomNav
        label={say(texts.places)}
        items={[
          { href: '/f', label: say(texts.today), icon: 'home', current: true },
          { href: '/f/map', label: say(texts.map), icon: 'map' },
          { href: '/f/outbox', label: say(texts.outbox), icon: 'outbox' },
          { href: '/f/me', label: say(texts.me), icon: 'user' },
        ]}
      />
    </>
  );
}
