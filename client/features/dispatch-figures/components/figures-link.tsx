import { defineTexts, useLabel } from '../../../platform/index.ts';
import { ButtonLink } from '../../../ui/index.ts';

const texts = defineTexts({ figures: { zh: '考评', en: 'Figures' } });

/** The way from lists and overviews to the figures of whistles. */
export function FiguresLink({ href }: { href: string }) {
  const say = useLabel();
  return (
    <ButtonLink size="small" icon="chart" href={href}>
      {say(texts.figures)}
    </ButtonLink>
  );
}
