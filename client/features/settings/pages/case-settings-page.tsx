import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { caseSettings, setCaseSettingsInput } from '#shared/cases/case-settings.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import { defineTexts, readFailure, useSession, useTRPC } from '../../../platform/index.ts';
import { AdminFrame } from '../../admin-parts/index.ts';
import { caseGroups } from '../case-fields.ts';
import { SettingsAnswer } from '../components/settings-answer.tsx';

const texts = defineTexts({
  title: { zh: '案件规则', en: 'Rules of cases' },
  intro: {
    zh: '从生效起，在办的案件下一步就按新的；已经定下的期限和作出的决定不变。签收、办结等时限在“类别”里定。',
    en: 'From its time on the next step of open cases goes by it; due times that are set and decisions that were taken stay. Limits of signing and finishing stand with the categories.',
  },
});

/** What the district sets for cases, a version each. */
export function CaseSettingsPage() {
  return (
    <AdminFrame page="case-settings">
      <CaseSettings />
    </AdminFrame>
  );
}

function CaseSettings() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { me } = useSession();
  const settings = useQuery(trpc.cases.settings.queryOptions({ districtId: (me?.districtId ?? '') as UnitId }));
  const renew = () => queries.invalidateQueries({ queryKey: trpc.cases.settings.pathKey() });
  const save = useMutation(
    trpc.cases.setSettings.mutationOptions({
      // somebody else's version comes in and is shown beside one's own
      onError: (error) => (readFailure(error).kind === 'refused' ? renew() : undefined),
    }),
  );
  return (
    <SettingsAnswer
      title={texts.title}
      intro={texts.intro}
      groups={caseGroups}
      schema={caseSettings}
      input={setCaseSettingsInput}
      {...{ query: settings, save, renew }}
    />
  );
}
