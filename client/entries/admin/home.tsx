import { defineTexts, useLabel } from '../../platform/i18n.tsx';
import { TopBar } from '../../ui/navigation.tsx';
import { EmptyState } from '../../ui/states.tsx';

const texts = defineTexts({
  title: { zh: '管理', en: 'Administration' },
  choose: { zh: '选一项开始', en: 'Choose where to start' },
  why: {
    zh: '每一处改动都有版本和生效日期，不影响已经立案的事。',
    en: 'Each change has a version and an effective date; running cases stay as they are.',
  },
});

export function Home() {
  const say = useLabel();
  return (
    <>
      <TopBar title={say(texts.title)} />
      <main>
        <EmptyState icon="settings" title={say(texts.choose)}>
          {say(texts.why)}
        </EmptyState>
      </main>
    </>
  );
}
