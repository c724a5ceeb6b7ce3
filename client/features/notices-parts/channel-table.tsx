import type { Label } from '#shared/kernel/label.ts';
import { channelLabels, noticeKindLabels } from '#shared/notifications/notifications.i18n.ts';
import type { Channel, NoticeKind } from '#shared/notifications/notifications-schema.ts';
import { defineTexts, useLabel } from '../../platform/index.ts';
import { Checkbox } from '../../ui/index.ts';
import styles from './notices.module.css';

const texts = defineTexts({
  caption: { zh: '哪类通知发到哪里', en: 'Which notices go where' },
  kind: { zh: '通知', en: 'Notice' },
});
const what: Readonly<Record<NoticeKind, Label>> = {
  task: { zh: '轮到我办的事', en: 'What is mine to do' },
  answer: { zh: '我反映的事有答复', en: 'An answer on my own matter' },
  progress: { zh: '经手的事有进展', en: 'Progress of what I had a hand in' },
  reminder: { zh: '快到期和到期', en: 'Nearly due and overdue' },
  escalation: { zh: '下级超期上报', en: 'What was overdue below me' },
};

type Props = {
  channels: readonly Channel[];
  chosen: Readonly<Record<NoticeKind, readonly Channel[]>>;
  onToggle: (kind: NoticeKind, channel: Channel) => void;
};

/** Kinds of notices against the channels that exist here. */
export function ChannelTable({ channels, chosen, onToggle }: Props) {
  const say = useLabel();
  return (
    <table className={styles.channels}>
      <caption className="visually-hidden">{say(texts.caption)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(texts.kind)}</th>
          {channels.map((channel) => (
            <th key={channel} scope="col">
              {say(channelLabels[channel])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(Object.keys(what) as NoticeKind[]).map((kind) => (
          <tr key={kind}>
            <th scope="row">
              {say(noticeKindLabels[kind])}
              <small>{say(what[kind])}</small>
            </th>
            {channels.map((channel) => (
              <td key={channel}>
                <Checkbox
                  aria-label={`${say(noticeKindLabels[kind])} ${say(channelLabels[channel])}`}
                  checked={chosen[kind].includes(channel)}
                  onChange={() => onToggle(kind, channel)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
