import type { ComponentProps } from 'react';
import { defineTexts, useLabel } from '../../../platform/index.ts';
import { useToast } from '../../../ui/index.ts';
import { Answer, readInput } from '../../admin-parts/index.ts';
import type { SettingsTold } from '../settings-types.ts';
import { SettingsDesk } from './settings-desk.tsx';

const texts = defineTexts({ done: { zh: '第 {n} 版已保存', en: 'Version {n} is saved' } });

type Save<Input> = {
  mutate: (input: Input, options: { onSuccess: () => Promise<void> }) => void;
  isPending: boolean;
  error: unknown;
  reset: () => void;
};
type Props<Input> = Pick<ComponentProps<typeof SettingsDesk>, 'title' | 'intro' | 'groups' | 'schema'> & {
  query: ComponentProps<typeof Answer<SettingsTold>>['query'];
  save: Save<Input>;
  /** reads what is sent as the server reads it */
  input: Parameters<typeof readInput<Input>>[0];
  renew: () => Promise<void>;
};

/** Settings of either kind as the server tells them, to be changed and saved as the next version. */
export function SettingsAnswer<Input>({ query, save, input, renew, ...desk }: Props<Input>) {
  const say = useLabel();
  const toast = useToast();
  return (
    <Answer query={query} lines={12}>
      {(told) => (
        <SettingsDesk
          {...desk}
          told={told}
          busy={save.isPending}
          error={save.error}
          onReset={save.reset}
          onSave={(sent, settings, done) => {
            const read = readInput(input, { ...sent, settings });
            if (!read.ok) return;
            save.mutate(read.input, {
              onSuccess: async () => {
                done();
                toast.show({ text: say(texts.done, { n: sent.expectedVersion + 1 }) });
                await renew();
              },
            });
          }}
        />
      )}
    </Answer>
  );
}
