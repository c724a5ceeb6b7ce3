import type { Role } from '#shared/identity/identity-schema.ts';
import type { DemoSignIn } from '../sign-ins.ts';
import { DEMO_PASSWORD, type People } from './insert-people.ts';

/** One ready account a role, with the post in words. */
const shown: readonly (readonly [Role, username: string, post: string])[] = [
  ['gridWorker', 'chenxiaoman', '03网格'],
  ['estateGroupLeader', 'zhaolihua', '方家坪小区'],
  ['buildingHead', 'fangjianguo', '方家坪小区 3栋'],
  ['dispatcher', 'yangfan', '友谊河社区'],
  ['secretary', 'hejing', '友谊河社区'],
  ['streetOperator', 'sunlan', '归义镇'],
  ['departmentHandler', 'liwenbo', '市政设施维护中心'],
  ['departmentLead', 'jiangtao', '市政设施维护中心'],
  ['inspector', 'xiebin', '归义镇'],
  ['callbackOfficer', 'mali', '归义镇'],
  ['auditor', 'shenyi', '泊罗市'],
  ['administrator', 'admin', '泊罗市'],
];

/** The sign-ins a start of the demo names: one resident, and one person for every staff role. */
export function demoSignIns(people: People): DemoSignIn[] {
  const resident = people.residents[0];
  if (!resident) throw new Error('the demo has no resident');
  const staff = shown.map(([role, username, post]): DemoSignIn => {
    const person = people.staff.find((entry) => entry.username === username);
    if (!person) throw new Error(`the demo has no ${username}`);
    return { role, name: person.name, post, username, password: DEMO_PASSWORD, phone: null };
  });
  return [{ role: 'resident', name: resident.name, post: '方家坪小区', username: null, password: null, phone: resident.phone }, ...staff];
}
