import { useQuery } from '@tanstack/react-query';
import { defineTexts, useLabel, useTRPC } from '../../platform/index.ts';
import { Banner, Button } from '../../ui/index.ts';
import styles from './identity-parts.module.css';

const texts = defineTexts({
  title: { zh: '演示收件箱', en: 'Development inbox' },
  why: { zh: '演示不发真短信，内容在这里：', en: 'The demo sends no real message; it would read:' },
  fill: { zh: '填入 {code}', en: 'Fill in {code}' },
});

function codeIn(text: string): string | undefined {
  return /(?:验证码|code is) (\d{6})/.exec(text)?.[1];
}

/** In a demo no message is sent: what it would say stands here. Shows nothing in a real installation. */
export function DemoInbox({ phone, onCode }: { phone: string; onCode: (code: string) => void }) {
  const say = useLabel();
  const trpc = useTRPC();
  const inbox = useQuery(trpc.identity.developmentInbox.queryOptions({ phone }, { retry: false, staleTime: 0, refetchInterval: 5000 }));
  // other messages come to the phone as well: the newest code is what is asked for here
  const latest = inbox.data?.find(({ text }) => codeIn(text)) ?? inbox.data?.[0];
  if (!latest) return null;
  const code = codeIn(latest.text);
  return (
    <Banner tone="info" title={say(texts.title)}>
      <div className={styles.inbox}>
        <span>
          {say(texts.why)} {latest.text}
        </span>
        {code && (
          <Button size="small" onClick={() => onCode(code)}>
            {say(texts.fill, { code })}
          </Button>
        )}
      </div>
    </Banner>
  );
}
