import { useBlocker } from '@tanstack/react-router';
import { defineTexts, useLabel } from '../../platform/index.ts';
import { Button, Dialog } from '../../ui/index.ts';

const texts = defineTexts({
  title: { zh: '改动还没保存', en: 'Your changes are not saved' },
  text: {
    zh: '离开这里，刚才改的就没有了。已经保存过的不受影响。',
    en: 'Leaving drops what you changed just now. What was saved before stays.',
  },
  stay: { zh: '留下继续改', en: 'Stay and go on' },
  leave: { zh: '放弃改动', en: 'Drop the changes' },
  close: { zh: '关闭', en: 'Close' },
});

/** Asks before a page with unsaved changes is left, inside the page and by closing the window. */
export function UnsavedGuard({ when }: { when: boolean }) {
  const say = useLabel();
  const blocker = useBlocker({ shouldBlockFn: () => when, enableBeforeUnload: () => when, disabled: !when, withResolver: true });
  const stay = () => blocker.reset?.();
  return (
    <Dialog
      open={blocker.status === 'blocked'}
      onClose={stay}
      title={say(texts.title)}
      closeLabel={say(texts.close)}
      actions={
        <>
          <Button variant="primary" onClick={stay}>
            {say(texts.stay)}
          </Button>
          <Button onClick={() => blocker.proceed?.()}>{say(texts.leave)}</Button>
        </>
      }
    >
      {say(texts.text)}
    </Dialog>
  );
}
