import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { v7 } from 'uuid';
import { whistleActionLabels, whistleHolderLabels, whistleStateLabels } from '#shared/dispatch/whistle.i18n.ts';
import { owingUnit } from '#shared/dispatch/whistle-clock.ts';
import { whistleTransitions } from '#shared/dispatch/whistle-table.ts';
import { roleLabels } from '#shared/identity/identity.i18n.ts';
import { ACT_PARAMETER } from '#shared/notifications/notice-path.ts';
import { defineTexts, useLabel, useSession, useTRPC } from '../../../platform/index.ts';
import { useFailureText } from '../../../platform/use-failure-text.ts';
import { NavLink, useToast } from '../../../ui/index.ts';
import { whistleRefusalWords } from '../../dispatch-parts/index.ts';
import { type BoardMove, boardMove } from '../board-moves.ts';
import type { BoardStage } from '../board-stages.ts';
import type { WhistleLine } from '../whistle-types.ts';

const texts = defineTexts({
  done: { zh: '{name}：{action}，已办。现在是“{state}”，等{holder}办。', en: '{name}: {action}, done. Now at “{state}”, with {holder}.' },
  doneEnd: { zh: '{name}：{action}，已办。现在是“{state}”。', en: '{name}: {action}, done. Now at “{state}”.' },
  asked: {
    zh: '{name}：已报街道，还没有吹出去。街道批准以后各单位才收到。',
    en: '{name}: the street is asked. Not blown yet: the units are called once the street approves.',
  },
  needsInput: { zh: '“{action}”还要填写内容，', en: '“{action}” asks for more; ' },
  otherRole: { zh: '“{action}”由{roles}办，不由你办', en: '“{action}” is for {roles}, not for you' },
  missing: { zh: '现在还不能“{action}”，', en: '“{action}” is not possible yet; ' },
  seeMissing: { zh: '看缺什么', en: 'see what is missing' },
  openForm: { zh: '打开填写', en: 'open the form' },
  noWay: { zh: '不能从“{from}”直接到“{to}”', en: 'No single step leads from “{from}” to “{to}”' },
  or: { zh: '或', en: ' or ' },
});

export type Refused = Exclude<BoardMove, { kind: 'move' | 'here' }>;

/** Takes the step a move on the board stands for and says where the whistle stands then, or why the card goes back. */
export function useBoardMove() {
  const say = useLabel();
  const toast = useToast();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { me } = useSession();
  const failureText = useFailureText(whistleRefusalWords);
  const act = useMutation(
    trpc.dispatch.act.mutationOptions({ onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.dispatch.pathKey() }) }),
  );

  /** Why not, in words alone: for the card in the hand and for those who hear the board. */
  const why = useCallback(
    (move: Refused, { line, stage }: { line: WhistleLine; stage: BoardStage }): string => {
      if (move.kind === 'noWay') return say(texts.noWay, { from: say(whistleStateLabels[line.state]), to: say(whistleStateLabels[stage]) });
      const action = say(whistleActionLabels[move.action]);
      if (move.kind === 'needsInput') return trimmed(say(texts.needsInput, { action }));
      const { roles } = whistleTransitions[move.action];
      if (me?.posts.some(({ role }) => roles.includes(role))) return trimmed(say(texts.missing, { action }));
      return say(texts.otherRole, { action, roles: roles.map((role) => say(roleLabels[role])).join(say(texts.or)) });
    },
    [say, me],
  );

  /** Where the whistle stands after the step, as the server tells it. */
  const outcome = async (line: WhistleLine, action: keyof typeof whistleActionLabels): Promise<string> => {
    const name = line.whistleNo || line.title;
    const said = { name, action: say(whistleActionLabels[action]) };
    const { snapshot, clock, departments } = await queryClient.fetchQuery(trpc.dispatch.byId.queryOptions({ whistleId: line.id }));
    if (action === 'blow' && snapshot.state === 'drafted') return say(texts.asked, said);
    const state = say(whistleStateLabels[snapshot.state]);
    if (clock.holder === null) return say(texts.doneEnd, { ...said, state });
    const unit = departments.find(({ id }) => id === owingUnit(clock));
    return say(texts.done, { ...said, state, holder: unit ? say(unit.name) : say(whistleHolderLabels[clock.holder]) });
  };

  const put = (line: WhistleLine, stage: BoardStage) => {
    const move = boardMove(line, { stage, requestId: v7() });
    if (move.kind === 'here' || act.isPending) return;
    if (move.kind !== 'move') {
      const words = why(move, { line, stage });
      const link = linkOf(move, line, say(move.kind === 'needsInput' ? texts.openForm : texts.seeMissing));
      const mine =
        move.kind !== 'noWay' && whistleTransitions[move.action].roles.some((role) => me?.posts.some((post) => post.role === role));
      return toast.show({
        text: (
          <>
            {words}
            {mine && link && <>　{link}</>}
          </>
        ),
        seconds: 12,
      });
    }
    act.mutate(move.command, {
      onSuccess: async () => toast.show({ text: await outcome(line, move.action), seconds: 12 }),
      onError: (error) => toast.show({ text: failureText(error), seconds: 12 }),
    });
  };
  return { put, why, busyId: act.isPending ? act.variables.input.whistleId : null };
}

function linkOf(move: Refused, { id }: WhistleLine, words: string) {
  if (move.kind === 'noWay') return null;
  const query = move.kind === 'needsInput' ? `?${ACT_PARAMETER}=${move.action}` : '';
  return <NavLink href={`/d/w/${id}${query}`}>{words}</NavLink>;
}

/** A sentence without the comma that leads to its link. */
function trimmed(text: string): string {
  return text.replace(/[，;]\s*$/u, '');
}
