import { limitRuleLabels, limitWords } from '../calendar/calendar.i18n.ts';
import { assertNever } from '../kernel/assert-never.ts';
import { fill, type Label, type Locale } from '../kernel/label.ts';
import type { DueReason } from './whistle-due-reason.ts';

const words = {
  limit: { zh: '从 {from} 起 {limit}，{rule}', en: '{limit} from {from}. {rule}' },
  rework: { zh: '从 {from} 起返工 {limit}，{rule}', en: 'rework: {limit} from {from}. {rule}' },
  reworkShort: { zh: '返工 {limit}', en: 'rework, {limit}' },
  plan: { zh: '按方案最后一天下班', en: 'close of the plan’s last day' },
  planShort: { zh: '按方案', en: 'by the plan' },
  extended: { zh: '按批准的延期', en: 'by the extension granted' },
  extendedShort: { zh: '已延期', en: 'extended' },
  held: { zh: '{why}，挂账的时间已顺延', en: '{why}, moved on by the time on hold' },
  task: { zh: '按方案里这项任务的最后一天下班', en: 'close of the task’s last day in the plan' },
  taskShort: { zh: '按任务', en: 'by the task' },
  step: { zh: '到定方案的期限为止，从 {from} 起至少 {limit}', en: 'by the end of the planning, at least {limit} from {from}' },
  stepShort: { zh: '定方案期限', en: 'by the planning' },
  order: { zh: '督办要求的时间', en: 'the time the supervision asks for' },
  orderShort: { zh: '督办', en: 'supervision' },
  review: { zh: '定好的复查日', en: 'the day set for review' },
  reviewShort: { zh: '复查日', en: 'review' },
} satisfies Record<string, Label>;

/** Why a limit ends when it does, in a sentence; `writeMoment` writes the instant it runs from. */
export function dueReasonWords(
  reason: DueReason,
  { locale, writeMoment }: { locale: Locale; writeMoment: (at: number) => string },
): string {
  const held = (why: string) => ('held' in reason && reason.held ? fill(words.held[locale], { why }) : why);
  switch (reason.kind) {
    case 'limit':
    case 'step':
    case 'rework': {
      const { limit, from } = reason;
      const parts = { from: writeMoment(from), limit: limitWords(limit, locale), rule: limitRuleLabels[limit.unit][locale] };
      return held(fill(words[reason.kind][locale], parts));
    }
    case 'plan':
    case 'task':
    case 'extended': {
      return held(words[reason.kind][locale]);
    }
    case 'order':
    case 'review':
      return words[reason.kind][locale];
    default:
      return assertNever(reason);
  }
}

/** The same in a few words, for a row. */
export function shortDueReason(reason: DueReason, locale: Locale): string {
  switch (reason.kind) {
    case 'limit':
      return limitWords(reason.limit, locale);
    case 'rework':
      return fill(words.reworkShort[locale], { limit: limitWords(reason.limit, locale) });
    case 'plan':
      return words.planShort[locale];
    case 'task':
      return words.taskShort[locale];
    case 'step':
      return words.stepShort[locale];
    case 'order':
      return words.orderShort[locale];
    case 'extended':
      return words.extendedShort[locale];
    case 'review':
      return words.reviewShort[locale];
    default:
      return assertNever(reason);
  }
}
