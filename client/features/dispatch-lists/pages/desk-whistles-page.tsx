import { WhistleLists } from '../components/whistle-lists.tsx';

/** `/d/w`: the whistles of a department or the street. */
export function DeskWhistlesPage() {
  return <WhistleLists path="/d/w" />;
}
