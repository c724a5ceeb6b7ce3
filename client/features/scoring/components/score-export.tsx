import { useQueryClient } from '@tanstack/react-query';
import type { UnitId } from '#shared/kernel/ids.ts';
import { defineTexts, saveFile, useLabel, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { Menu } from '../../../ui/desk-kit/index.ts';
import { Button, useToast } from '../../../ui/index.ts';
import { caseRefusalWords } from '../../case-words/index.ts';

const texts = defineTexts({
  take: { zh: '导出', en: 'Export' },
  csv: { zh: '表格（CSV，含案件编号）', en: 'Table (CSV with case numbers)' },
  json: { zh: '原始结果（JSON，可验校验码）', en: 'Result (JSON, its check code can be verified)' },
});

/** Takes the score away as a file; what is in it is what the server stored. */
export function ScoreExport({ communityId, month }: { communityId: string; month: string }) {
  const say = useLabel();
  const trpc = useTRPC();
  const toast = useToast();
  const queries = useQueryClient();
  const failureText = useFailureText(caseRefusalWords);
  const take = async (format: 'csv' | 'json') => {
    try {
      const file = await queries.fetchQuery(
        trpc.scoring.file.queryOptions({ communityId: communityId as UnitId, month, format }, { staleTime: 0 }),
      );
      saveFile(file);
    } catch (error) {
      toast.show({ text: failureText(error), seconds: 12 });
    }
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button size="small" icon="download">
          {say(texts.take)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void take('csv')}>{say(texts.csv)}</Menu.Item>
        <Menu.Item onClick={() => void take('json')}>{say(texts.json)}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
