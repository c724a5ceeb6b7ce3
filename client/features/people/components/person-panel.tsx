import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { roleLabels } from '#shared/identity/identity.i18n.ts';
import { defineTexts, useLabel, useLocale, useTimeWords, useTRPC, withAside } from '../../../platform/index.ts';
import { Banner, Button, EmptyState } from '../../../ui/index.ts';
import { Answer, layout, useDayText } from '../../admin-parts/index.ts';
import type { StaffPerson, StaffPost } from '../person-types.ts';
import { EditPerson } from './edit-person.tsx';
import { EndPostDialog } from './end-post-dialog.tsx';
import { JoinDepartmentDialog } from './join-department-dialog.tsx';
import type { NewSecret } from './password-once.tsx';
import styles from './people.module.css';
import { ResetPasswordDialog } from './reset-password-dialog.tsx';

const texts = defineTexts({
  gone: { zh: '这个人不在您的辖区', en: 'This person is not in your territory' },
  disabled: { zh: '账号已停用，不能登录。办过的事和记录都在。', en: 'The account is disabled. What the person did stays.' },
  posts: { zh: '职务', en: 'Posts' },
  former: { zh: '曾任', en: 'Former posts' },
  noPost: { zh: '现在没有职务，登录后看不到案件', en: 'No post now; sees no case after signing in' },
  deputy: { zh: '副', en: 'deputy' },
  since: { zh: '{from} 起', en: 'since {from}' },
  until: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  end: { zh: '办离任', en: 'End the post' },
  join: { zh: '安排到部门', en: 'Place in a department' },
  elsewhere: { zh: '辖区职务在“网格”里任命', en: 'Posts of a unit are given under Territory' },
  reset: { zh: '重设初始密码', en: 'Set a new first password' },
});

/** One account: posts now and before, its data, its password. */
export function PersonPanel({ userId, onSecret }: { userId: string; onSecret: (secret: NewSecret) => void }) {
  const say = useLabel();
  const trpc = useTRPC();
  const query = useQuery(trpc.identity.staff.queryOptions({ userId, limit: 1 }));
  return (
    <Answer query={query} lines={6}>
      {({ rows: [person] }) =>
        person ? <Person key={userId} person={person} onSecret={onSecret} /> : <EmptyState icon="user" title={say(texts.gone)} />
      }
    </Answer>
  );
}

function Person({ person, onSecret }: { person: StaffPerson; onSecret: (secret: NewSecret) => void }) {
  const say = useLabel();
  const { writing } = useTimeWords();
  const [open, setOpen] = useState<{ kind: 'reset' } | { kind: 'join' } | { kind: 'end'; post: StaffPost } | null>(null);
  const current = person.posts.filter(({ validTo }) => validTo === null || validTo > writing.now);
  const former = person.posts.filter((post) => !current.includes(post));
  const close = () => setOpen(null);
  return (
    <>
      <div className={layout.headline}>
        <h2>{person.name}</h2>
        <span className={layout.note}>{person.username}</span>
      </div>
      {!person.active && <Banner tone="calm">{say(texts.disabled)}</Banner>}
      <section className={layout.section}>
        <h3>{say(texts.posts)}</h3>
        {current.length === 0 && <p className={layout.note}>{say(texts.noPost)}</p>}
        <ul className={layout.lines}>
          {current.map((post) => (
            <li key={post.appointmentId}>
              <PostWords post={post} />
              <Button size="small" onClick={() => setOpen({ kind: 'end', post })}>
                {say(texts.end)}
              </Button>
            </li>
          ))}
        </ul>
        <div className={layout.acts}>
          {person.active && (
            <Button size="small" icon="plus" onClick={() => setOpen({ kind: 'join' })}>
              {say(texts.join)}
            </Button>
          )}
          <span className={layout.note}>{say(texts.elsewhere)}</span>
        </div>
      </section>
      <EditPerson person={person} />
      {person.active && (
        <section className={layout.section}>
          <div>
            <Button icon="lock" onClick={() => setOpen({ kind: 'reset' })}>
              {say(texts.reset)}
            </Button>
          </div>
        </section>
      )}
      {former.length > 0 && (
        <section className={layout.section}>
          <h3>{say(texts.former)}</h3>
          <ul className={layout.lines}>
            {former.map((post) => (
              <li key={post.appointmentId} className={layout.faded}>
                <PostWords post={post} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {open?.kind === 'reset' && <ResetPasswordDialog person={person} onDone={onSecret} onClose={close} />}
      {open?.kind === 'join' && <JoinDepartmentDialog person={person} onClose={close} />}
      {open?.kind === 'end' && <EndPostDialog person={person} post={open.post} onClose={close} />}
    </>
  );
}

function PostWords({ post }: { post: StaffPost }) {
  const say = useLabel();
  const { locale } = useLocale();
  const day = useDayText();
  const role = Object.hasOwn(roleLabels, post.role) ? roleLabels[post.role as keyof typeof roleLabels] : null;
  const where = post.unitName ?? post.departmentName?.[locale] ?? '';
  const span =
    post.validTo === null
      ? say(texts.since, { from: day(post.validFrom) })
      : say(texts.until, { from: day(post.validFrom), to: day(post.validTo) });
  const title = role ? say(role) : post.role;
  return (
    <span className={styles.post}>
      <b>
        {where} {post.deputy ? withAside(title, say(texts.deputy), locale) : title}
      </b>
      <span className={layout.note}>{span}</span>
    </span>
  );
}
