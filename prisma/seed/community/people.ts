import type { Role } from '#shared/identity/identity-schema.ts';

/** A post in words: `place` is the end of a unit's key in the demo town, `department` a department's code. */
export type PostRow = { role: Role; place?: string; department?: string; deputy?: boolean };
export type StaffRow = { username: string; name: string; phone: string; posts: readonly PostRow[] };

const OWN = '友谊河社区';
const TOWN = '归义镇';
const DISTRICT = '泊罗市';

const staff = (username: string, name: string, phone: string, ...posts: PostRow[]): StaffRow => ({ username, name, phone, posts });
const at = (role: Role, place: string, deputy = false): PostRow => ({ role, place, deputy });
const pair = (department: string, [handler, lead]: readonly [StaffName, StaffName]): StaffRow[] => [
  staff(...handler, { role: 'departmentHandler', department }),
  staff(...lead, { role: 'departmentLead', department }),
];
type StaffName = readonly [username: string, name: string, phone: string];

/** People with a desk or a beat. Everybody is invented; the phones are of a range that belongs to nobody. */
export const staffRows: readonly StaffRow[] = [
  staff('hejing', '何静', '18800002601', at('secretary', OWN)),
  staff('luoyuan', '罗远', '18800002602', at('secretary', OWN, true)),
  staff('yangfan', '杨帆', '18800002611', at('dispatcher', OWN)),
  staff('zhoumin', '周敏', '18800002612', at('dispatcher', OWN)),
  staff('liuzhiyuan', '刘志远', '18800002604', at('gridWorker', `${OWN}/01网格`)),
  staff('wangjianping', '王建平', '18800002605', at('gridWorker', `${OWN}/02网格`), at('gridWorker', `${OWN}/03网格`, true)),
  staff('chenxiaoman', '陈小满', '18800002603', at('gridWorker', `${OWN}/03网格`)),
  staff('tanqiuyue', '谭秋月', '18800002606', at('gridWorker', `${OWN}/04网格`)),
  staff('sunlan', '孙岚', '18800002631', at('streetOperator', TOWN)),
  staff('gaoming', '高明', '18800002632', at('streetOperator', TOWN)),
  staff('xiebin', '谢斌', '18800002633', at('inspector', TOWN)),
  staff('huangting', '黄婷', '18800002634', at('inspector', TOWN)),
  staff('mali', '马莉', '18800002635', at('callbackOfficer', TOWN)),
  staff('shenyi', '沈毅', '18800002636', at('auditor', DISTRICT)),
  staff('admin', '郑凯', '18800002637', at('administrator', DISTRICT)),
  ...pair('municipal', [
    ['liwenbo', '李文博', '18800002641'],
    ['jiangtao', '江涛', '18800002642'],
  ]),
  ...pair('housing', [
    ['duanxue', '段雪', '18800002643'],
    ['qianguohua', '钱国华', '18800002644'],
  ]),
  ...pair('enforcement', [
    ['leiming', '雷鸣', '18800002645'],
    ['fangzheng', '方正', '18800002646'],
  ]),
  ...pair('sanitation', [
    ['hudamei', '胡大梅', '18800002647'],
    ['shiyong', '石勇', '18800002648'],
  ]),
  ...pair('gardens', [
    ['linqing', '林青', '18800002649'],
    ['caihong', '蔡宏', '18800002650'],
  ]),
  ...pair('water', [
    ['jianghe', '姜河', '18800002651'],
    ['tangquan', '唐泉', '18800002652'],
  ]),
  ...pair('power', [
    ['dengliang', '邓亮', '18800002653'],
    ['yuandian', '袁典', '18800002654'],
  ]),
  ...pair('traffic', [
    ['luping', '路平', '18800002655'],
    ['jiaoyang', '焦阳', '18800002656'],
  ]),
  ...pair('streetService', [
    ['pengyu', '彭宇', '18800002657'],
    ['zengli', '曾莉', '18800002658'],
  ]),
  ...pair('streetPatrol', [
    ['wuhao', '吴浩', '18800002659'],
    ['xuqiang', '许强', '18800002660'],
  ]),
  ...pair('cityOffice', [
    ['yuwei', '于薇', '18800002665'],
    ['shenlin', '申林', '18800002666'],
  ]),
  ...pair('team', [
    ['yaofang', '姚芳', '18800002661'],
    ['tianye', '田野', '18800002662'],
  ]),
  ...pair('property', [
    ['baiyun', '白云', '18800002663'],
    ['guxin', '顾新', '18800002664'],
  ]),
  staff('zhaolihua', '赵丽华', '18800002671', at('estateGroupLeader', '03网格/方家坪小区')),
  staff('fangjianguo', '方建国', '18800002672', at('buildingHead', '03网格/方家坪小区/3栋')),
  staff('ouyangming', '欧阳明', '18800002681', at('secretary', '高泉社区')),
  staff('hanxue', '韩雪', '18800002682', at('dispatcher', '高泉社区')),
  staff('tangwei', '汤伟', '18800002683', at('gridWorker', '高泉社区/01网格')),
  staff('moli', '莫莉', '18800002684', at('gridWorker', '高泉社区/02网格')),
  staff('songjie', '宋杰', '18800002685', at('secretary', '众南社区')),
  staff('jinling', '金玲', '18800002686', at('dispatcher', '众南社区')),
  staff('weidong', '魏东', '18800002687', at('gridWorker', '众南社区/01网格')),
  staff('yuelan', '岳兰', '18800002688', at('gridWorker', '众南社区/02网格')),
];

/** Estates whose group leader's post is vacant, so that the next one up the ladder answers. */
export const vacantEstates: ReadonlySet<string> = new Set(['罗城小院', '老河街散户', '信用社院', '王家屋场', '供销社院']);
/** Every so many-th building has no head. */
export const VACANT_BUILDING_EVERY = 3;

/** Who wrote to the community: the first is 方女士 of the boards. */
export const residentNames = [
  '方秀英',
  '曹桂兰',
  '杜明',
  '冯小雨',
  '龚建军',
  '黎芳',
  '毛志强',
  '倪春梅',
  '潘伟',
  '秦玉珍',
  '阮军',
  '苏晓燕',
  '陶国庆',
  '万红',
  '夏天',
  '向阳',
  '易平',
  '余欢',
  '詹晓',
  '钟玲',
  '祝福生',
  '左丹',
  '贺秋生',
  '柳絮',
] as const;

const surnames =
  '艾鲍卞柴车储丛戴丁董樊范符甘葛耿关管郭郝洪侯华霍纪简靳康柯孔匡赖蓝连梁凌骆麦孟苗宁牛区裴皮蒲齐祁乔邱饶任茹邵盛施舒司滕童涂汪文翁巫席项肖辛邢熊徐薛严颜殷尹尤俞虞郁翟张章支朱庄卓宗邹'.split(
    '',
  );
const givenNames = [
  '桂英',
  '建华',
  '国强',
  '秀兰',
  '志明',
  '春华',
  '海燕',
  '德胜',
  '玉梅',
  '卫国',
  '红霞',
  '永福',
  '丽娟',
  '新民',
  '素芬',
  '光明',
  '凤仙',
  '长生',
  '淑珍',
  '正义',
] as const;

/** The name of the n-th volunteer head: all different for the first two thousand. */
export function volunteerName(n: number): string {
  const surname = surnames[(n * 7) % surnames.length] ?? '';
  const given = givenNames[(n * 3 + Math.floor(n / surnames.length)) % givenNames.length] ?? '';
  return `${surname}${given}`;
}
