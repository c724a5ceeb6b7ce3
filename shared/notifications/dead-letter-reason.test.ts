import { expect, it } from 'vitest';
import { deadLetterReason } from './dead-letter-reason.ts';

it.each([
  ['connect ECONNREFUSED 127.0.0.1:9', '连不上对方服务器'],
  ['fetch failed', '连不上对方服务器'],
  ['getaddrinfo ENOTFOUND mail.example', '连不上对方服务器'],
  ['The operation was aborted due to timeout', '对方没有按时回应'],
  ['Greeting never received: timeout', '对方没有按时回应'],
  ['the gateway answered 401', '网关不认我们的签名'],
  ['the gateway answered 422', '网关不收这条消息'],
  ['the gateway answered 503', '网关出错'],
  ['the gateway could not deliver it', '网关收下了，没送到'],
  ['Invalid login: 535 5.7.8 authentication failed', '登录邮件服务器没成功'],
  ["Can't send mail - all recipients were rejected: 550 5.1.1 … unknown", '对方不收这个地址'],
  ["Can't send mail - all recipients were rejected: 552 mailbox full", '对方信箱满了'],
  ['空号', null],
  ['', null],
])('%j means %j', (answer, words) => {
  expect(deadLetterReason(answer)?.zh ?? null).toBe(words);
});
