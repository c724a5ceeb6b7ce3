import { useMutation, useQueryClient } from '@tanstack/react-query';
import { v7 } from 'uuid';
import { whistleActionLabels, whistleStateLabels } from '#shared/dispatch/whistle.i18n.ts';
import { defineTexts, useLabel, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { useToast } from '../../../ui/index.ts';
import { whistleRefusalWords } from '../../dispatch-parts/index.ts';
import { type BoardMove, boardMove } from '../board-moves.ts';
import type { BoardStage } from '../board-stages.ts';
import type { WhistleLine } from '../whistle-types.ts';

const texts = defineTexts({
  done: { zh: '{name}：{action}，已办', en: '{name}: {action}, done' },
  needsInput: { zh: '“{action}”还要填写内容，请打开这件哨办理', en: '“{action}” asks for more; open the whistle' },
  notAllowed: { zh: '现在不能“{action}”：不由你办，或还缺材料', en: '“{action}” is not possible now: not yours, or something is missing' },
  noWay: { zh: '不能从“{from}”直接到“{to}”', en: 'No single step leads from “{from}” to “{to}”' },
});

/** Takes the step a move on the board stands for, or says why the card goes back. */
export function useBoardMove() {
  const say = useLabel();
  const toast = useToast();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const failureText = useFailureText(whistleRefusalWords);
  const act = useMutation(
    trpc.dispatch.act.mutationOptions({ onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.dispatch.pathKey() }) }),
  );
  const why = (move: Exclude<BoardMove, { kind: 'move' | 'here' }>, { line, stage }: { line: WhistleLine; stage: BoardStage }) =>
    move.kind === 'noWay'
      ? say(texts.noWay, { from: say(whistleStateLabels[line.state]), to: say(whistleStateLabels[stage]) })
      : say(texts[move.kind], { action: say(whistleActionLabels[move.action]) });
  const put = (line: WhistleLine, stage: BoardStage) => {
    const move = boardMove(line, { stage, requestId: v7() });
    if (move.kind === 'here' || act.isPending) return;
    if (move.kind !== 'move') return toast.show({ text: why(move, { line, stage }), seconds: 12 });
    act.mutate(move.command, {
      onSuccess: () =>
        toast.show({ text: say(texts.done, { name: line.whistleNo || line.title, action: say(whistleActionLabels[move.action]) }) }),
      onError: (error) => toast.show({ text: failureText(error), seconds: 12 }),
    });
  };
  return { put, busyId: act.isPending ? act.variables.input.whistleId : null };
}
