import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { whistleSettings } from '#shared/dispatch/whistle-context.ts';
import { setWhistleSettingsInput } from '#shared/dispatch/whistle-queries.ts';
import type { UnitId } from '#shared/kernel/ids.ts';
import { defineTexts, readFailure, useSession, useTRPC } from '../../../platform/index.ts';
import { AdminFrame } from '../../admin-parts/index.ts';
import { SettingsAnswer } from '../components/settings-answer.tsx';
import { whistleGroups } from '../whistle-fields.ts';

const texts = defineTexts({
  title: { zh: '吹哨规则', en: 'Rules of whistles' },
  intro: {
    zh: '时限在吹哨时定下，已经吹的哨按吹哨时的时限算到销账。其他各项从生效起，在办的哨下一步就按新的；已经定下的日期和作出的决定不变。',
    en: 'Limits are fixed at the blow: whistles that were blown keep theirs to the end. Everything else holds from its time on for the next step of open whistles too; days that are set and decisions that were taken stay.',
  },
});

/** What the district sets for whistles, a version each. */
export function WhistleSettingsPage() {
  return (
    <AdminFrame page="whistle-settings">
      <WhistleSettings />
    </AdminFrame>
  );
}

function WhistleSettings() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { me } = useSession();
  const settings = useQuery(trpc.dispatch.settings.queryOptions({ districtId: (me?.districtId ?? '') as UnitId }));
  const renew = () => queries.invalidateQueries({ queryKey: trpc.dispatch.settings.pathKey() });
  const save = useMutation(
    trpc.dispatch.setSettings.mutationOptions({
      // somebody else's version comes in and is shown beside one's own
      onError: (error) => (readFailure(error).kind === 'refused' ? renew() : undefined),
    }),
  );
  return (
    <SettingsAnswer
      title={texts.title}
      intro={texts.intro}
      groups={whistleGroups}
      schema={whistleSettings}
      input={setWhistleSettingsInput}
      {...{ query: settings, save, renew }}
    />
  );
}
