import { defineTexts, useLabel } from '../../../platform/index.ts';
import { ButtonLink } from '../../../ui/index.ts';
import { SecretaryFrame, useWatchedUnit } from '../../dashboards/index.ts';
import { FiguresLink } from '../../dispatch-figures/index.ts';
import { WhistleLists } from '../components/whistle-lists.tsx';

const texts = defineTexts({ board: { zh: '看板', en: 'Board' }, blow: { zh: '吹哨', en: 'Blow a whistle' } });

/** `/s/w`: the whistles a community blew, the board of them, and the way to a new one. */
export function SecretaryWhistlesPage() {
  const say = useLabel();
  const { unit, isPending } = useWatchedUnit();
  const tools = (
    <>
      <FiguresLink href="/s/w/figures" />
      <ButtonLink size="small" href="/d/board">
        {say(texts.board)}
      </ButtonLink>
      <ButtonLink variant="primary" size="small" icon="whistle" href="/s/w/new">
        {say(texts.blow)}
      </ButtonLink>
    </>
  );
  return (
    <SecretaryFrame place="whistles" unit={unit} isPending={isPending}>
      <WhistleLists path="/s/w" tools={tools} />
    </SecretaryFrame>
  );
}
