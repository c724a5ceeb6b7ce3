import { useQueryClient } from '@tanstack/react-query';
import { defineTexts, saveFile, useLabel, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Button, useToast } from '../../../ui/index.ts';
import { whistleRefusalWords } from '../../dispatch-parts/index.ts';
import type { FiguresAsked } from '../hooks/use-figures.ts';

const texts = defineTexts({ take: { zh: '导出 CSV', en: 'Export CSV' }, print: { zh: '打印', en: 'Print' } });

/** Takes the figures away: as a table with every whistle behind it, or on paper. */
export function FiguresExport({ asked }: { asked: FiguresAsked }) {
  const say = useLabel();
  const trpc = useTRPC();
  const toast = useToast();
  const queries = useQueryClient();
  const failureText = useFailureText(whistleRefusalWords);
  const take = async () => {
    try {
      const file = await queries.fetchQuery(trpc.dispatch.figuresFile.queryOptions(asked, { staleTime: 0 }));
      saveFile(file);
    } catch (error) {
      toast.show({ text: failureText(error), seconds: 12 });
    }
  };
  return (
    <>
      <Button size="small" icon="download" onClick={() => void take()}>
        {say(texts.take)}
      </Button>
      <Button size="small" icon="print" onClick={() => window.print()}>
        {say(texts.print)}
      </Button>
    </>
  );
}
