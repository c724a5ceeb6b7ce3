import { FiguresLink } from '../../dispatch-figures/index.ts';
import { WhistleLists } from '../components/whistle-lists.tsx';

/** `/d/w`: the whistles of a department or the street, and the way to their figures. */
export function DeskWhistlesPage() {
  return <WhistleLists path="/d/w" tools={<FiguresLink href="/d/w/figures" />} />;
}
