import { defineTexts, useLabel } from '../../../platform/index.ts';
import { ButtonLink } from '../../../ui/index.ts';
import { SecretaryFrame, useWatchedUnit } from '../../dashboards/index.ts';
import { FiguresLink } from '../../dispatch-figures/index.ts';
import { WhistleLists } from '../components/whistle-lists.tsx';

const texts = defineTexts({ blow: { zh: '吹哨', en: 'Blow a whistle' } });

/** `/s/w`: the whistles a community blew, and the way to a new one. */
export function SecretaryWhistlesPage() {
  const say = useLabel();
  const { unit, isPending } = useWatchedUnit();
  return (
    <SecretaryFrame place="whistles" unit={unit} isPending={isPending}>
      <WhistleLists
        path="/s/w"
        tools={
          <>
            <FiguresLink href="/s/w/figures" />
            <ButtonLink variant="primary" size="small" icon="whistle" href="/s/w/new">
              {say(texts.blow)}
            </ButtonLink>
          </>
        }
      />
    </SecretaryFrame>
  );
}
