import { defineTexts, useLabel } from '../platform/i18n.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/states.tsx';

const texts = defineTexts({
  nothing: { zh: '没有这一页', en: 'There is no such page' },
  why: { zh: '地址可能抄漏了，或者这一页已经换了地方。', en: 'The address may be incomplete, or the page has moved.' },
  home: { zh: '回到首页', en: 'Back to the start' },
});

/** For an address that leads nowhere; `home` is the start of the entry. */
export function PageNotFound({ home }: { home: string }) {
  const say = useLabel();
  return (
    <main>
      <EmptyState page icon="info" title={say(texts.nothing)} action={<ButtonLink href={home}>{say(texts.home)}</ButtonLink>}>
        {say(texts.why)}
      </EmptyState>
    </main>
  );
}
