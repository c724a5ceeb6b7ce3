import type { Label } from '../kernel/label.ts';

/** What carriers and servers answer, and what it means to whoever mends it; the first that fits holds. */
const meanings: readonly (readonly [answer: RegExp, words: Label])[] = [
  [/gateway answered (401|403)/, { zh: '网关不认我们的签名', en: 'The gateway does not accept our signature' }],
  [/gateway answered 4/, { zh: '网关不收这条消息', en: 'The gateway refused the message' }],
  [/gateway answered 5/, { zh: '网关出错', en: 'The gateway failed' }],
  [/gateway could not deliver/, { zh: '网关收下了，没送到', en: 'The gateway took it and could not deliver it' }],
  [/timed? ?out|timeout|aborted/i, { zh: '对方没有按时回应', en: 'The other side did not answer in time' }],
  [
    /ECONN|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|fetch failed|getaddrinfo|socket|connection/i,
    { zh: '连不上对方服务器', en: 'The other side could not be reached' },
  ],
  [/certificate|TLS|SSL/, { zh: '加密连接没建成', en: 'No secure connection' }],
  [/invalid login|authentication|\b535\b/i, { zh: '登录邮件服务器没成功', en: 'Sign-in to the mail server failed' }],
  [/\b(452|552)\b|quota|mailbox (is )?full/i, { zh: '对方信箱满了', en: 'The mailbox is full' }],
  [/\b55[013]\b|no such user|recipients? (was|were) rejected|user unknown/i, { zh: '对方不收这个地址', en: 'The address was refused' }],
];

/** Why a message did not arrive, in plain words; null where only the other side's own words tell it. */
export function deadLetterReason(answer: string): Label | null {
  return meanings.find(([each]) => each.test(answer))?.[1] ?? null;
}
