import { defineTexts, useLabel } from '../../../platform/index.ts';
import { NoticesInbox } from '../../notices-parts/notices-inbox.tsx';
import { FieldStep } from '../components/field-shell.tsx';

const texts = defineTexts({ title: { zh: '我的', en: 'Me' } });

/** The inbox outdoors. */
export function NoticesPage() {
  const say = useLabel();
  return (
    <FieldStep title={say(texts.title)} backTo="/me">
      <NoticesInbox home="/f" />
    </FieldStep>
  );
}
