import { useQuery } from '@tanstack/react-query';
import { defineTexts, useJoined, useLabel, useLocale, useTimeWords, useTRPC } from '../../../platform/index.ts';
import { Answer, layout } from '../../admin-parts/index.ts';
import type { Entry } from '../category-types.ts';
import { categoryChanges } from '../category-words.ts';

const texts = defineTexts({
  title: { zh: '历次版本', en: 'Versions' },
  version: { zh: '第 {n} 版', en: 'Version {n}' },
  since: { zh: '{from} 起', en: 'since {from}' },
  future: { zh: '{from} 起生效', en: 'from {from} on' },
  span: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  first: { zh: '最初的版本', en: 'The first version' },
  same: { zh: '内容不变', en: 'Same contents' },
});

/** Every version, newest first, each with what it changed. */
export function CategoryHistory({
  districtId,
  entry,
  departmentName,
}: {
  districtId: string;
  entry: Entry;
  departmentName: (id: string | null) => string;
}) {
  const say = useLabel();
  const { locale } = useLocale();
  const { termed } = useJoined();
  const { full, writing } = useTimeWords();
  const trpc = useTRPC();
  const { scheme, code } = entry;
  const history = useQuery(trpc.categories.history.queryOptions({ districtId, scheme, code }));
  const spanOf = ({ validFrom, validTo }: Entry) => {
    if (validTo !== null) return say(texts.span, { from: full(validFrom), to: full(validTo) });
    return say(validFrom > writing.now ? texts.future : texts.since, { from: full(validFrom) });
  };
  return (
    <section className={layout.section}>
      <h3>{say(texts.title)}</h3>
      <Answer query={history} lines={3}>
        {(versions) => (
          <ol className={layout.lines}>
            {versions.map((version, index) => {
              const former = versions[index + 1];
              const changes = former ? categoryChanges({ before: former, after: version }, { say, locale, departmentName }) : null;
              return (
                <li key={version.version}>
                  <b>{say(texts.version, { n: version.version })}</b>
                  <span className={layout.note}>{spanOf(version)}</span>
                  <span style={{ flexBasis: '100%', marginLeft: 0 }}>
                    {changes === null && say(texts.first)}
                    {changes?.length === 0 && say(texts.same)}
                    {changes?.map(({ term, before, after }) => (
                      <span key={term} style={{ display: 'block' }}>
                        {termed(term, `${before} → ${after}`)}
                      </span>
                    ))}
                  </span>
                </li>
              );
            })}
          </ol>
        )}
      </Answer>
    </section>
  );
}
