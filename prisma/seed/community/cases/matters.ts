/** The words of one kind of matter: what is wrong, how it is told, what was done, and which stand-in picture shows it. */
export type Matter = {
  code: string;
  motif: Motif;
  wrong: readonly [string, ...string[]];
  told: readonly [string, ...string[]];
  done: readonly [string, ...string[]];
  weight: number;
};

export const motifs = ['lamp', 'cover', 'waste', 'wire', 'clutter', 'leak', 'road', 'car', 'stall', 'tree', 'rail', 'sheet'] as const;
export type Motif = (typeof motifs)[number];

const matter = (code: string, motif: Motif, weight: number, words: Pick<Matter, 'wrong' | 'told' | 'done'>): Matter => ({
  code,
  motif,
  weight,
  ...words,
});

/** What happens in a community, with how often. Told by residents in their own plain words. */
export const matters: readonly Matter[] = [
  matter('01007', 'lamp', 9, {
    wrong: ['路灯不亮', '路灯闪烁', '楼下路灯全黑'],
    told: ['楼下的路灯不亮三天了，晚上老人下楼看不见。', '路灯一闪一闪的，晃眼睛，请来人看看。', '这一段路灯都黑着，孩子放学不敢走。'],
    done: ['换了灯头和一段线，当晚试灯正常。', '更换镇流器，紧固接线端子，灯已亮。'],
  }),
  matter('01002', 'cover', 5, {
    wrong: ['井盖松动', '井盖缺损', '井盖异响'],
    told: ['井盖一踩就翻，怕人掉下去。', '车一过咣当响，夜里睡不着。', '井盖缺了一角，先用木板盖着。'],
    done: ['更换同型号井盖，加装防坠网。', '重新找平井座，垫好胶圈，不再响。'],
  }),
  matter('11002', 'waste', 10, {
    wrong: ['垃圾未清', '垃圾满溢', '大件垃圾没人收'],
    told: ['垃圾桶两天没倒，味道很大。', '旧沙发扔在路边好几天了。', '垃圾溢到地上，招苍蝇。'],
    done: ['当场清运，地面冲洗干净。', '大件已拉走，桶位补了一只桶。'],
  }),
  matter('fire.flyingWire', 'wire', 9, {
    wrong: ['飞线充电', '从窗口拉线充电'],
    told: ['从二楼拉线下来给电动车充电，一拉就是一晚上。', '楼道口有人接线充电，怕起火。'],
    done: ['劝导拆除飞线，引导到充电棚充电。', '上门告知危险，线已收，签了承诺书。'],
  }),
  matter('fire.corridorClutter', 'clutter', 7, {
    wrong: ['楼道堆物', '楼梯间堆纸箱'],
    told: ['楼梯拐角堆满纸箱，走路都要侧着身。', '楼道里放旧家具，老人上下楼绊脚。'],
    done: ['和住户一起清走，楼道已畅通。', '三日内自行搬离，现场看过已清空。'],
  }),
  matter('fire.blockedLane', 'car', 4, {
    wrong: ['通道占用', '消防通道停车'],
    told: ['消防通道被车堵住，搬家车都进不来。', '单元门口停满电动车，出入不方便。'],
    done: ['联系车主挪车，补划禁停线。', '清出通道，立了提示牌。'],
  }),
  matter('11007', 'leak', 5, {
    wrong: ['污水冒溢', '下水道堵了'],
    told: ['下雨就往外冒，一楼进不去。', '下水道返水，院子里都是脏水。'],
    done: ['高压疏通主管，清掏井室两座。', '更换破裂管段一处，试水正常。'],
  }),
  matter('housing.leak', 'leak', 4, {
    wrong: ['房屋漏水', '屋顶漏水'],
    told: ['顶楼一下雨就漏，墙皮都掉了。', '楼上往下渗水，找了几次没人修。'],
    done: ['重做防水层，雨后复看不再渗。', '查明为立管接头，已更换。'],
  }),
  matter('11006', 'road', 6, {
    wrong: ['路面坑洼', '路面积水'],
    told: ['门口的坑越来越大，骑车摔过人。', '一下雨就积水，要踩着砖头过。'],
    done: ['铣刨后热补，压实放行。', '坑槽填补三处，共六平方米。'],
  }),
  matter('15003', 'car', 6, {
    wrong: ['停车占道', '乱停车'],
    told: ['外来车把路口堵死，校车过不去。', '车停在盲道上，天天如此。'],
    done: ['现场劝离并贴告知单，连续三天早晚巡看。', '施划停车位四个，立禁停牌。'],
  }),
  matter('15001', 'stall', 4, {
    wrong: ['占道经营', '摊点占路'],
    told: ['早市摊子摆到路中间，车走不动。', '路口卖水果的占了人行道。'],
    done: ['引导摊主进菜市场，路口安排值守。', '约谈后自行撤摊，地面清洗。'],
  }),
  matter('neighbour.noise', 'sheet', 5, {
    wrong: ['夜间噪声', '广场舞声音大'],
    told: ['楼上半夜拖桌子，说了几次不听。', '晚上跳舞音响太大，孩子写不了作业。'],
    done: ['上门调解，约定晚九点后不放音响。', '双方当面说开，地面加铺了垫子。'],
  }),
  matter('neighbour.dispute', 'sheet', 2, {
    wrong: ['邻里纠纷', '为晾晒起争执'],
    told: ['两家为公共平台晾衣服吵起来，请社区来说说。', '门口放鞋柜的事说不拢。'],
    done: ['调解两次，双方签了约定。', '分清使用位置，互相道歉。'],
  }),
  matter('04001', 'tree', 4, {
    wrong: ['树枝压线', '树枝遮窗'],
    told: ['树枝压在电线上，刮风冒火花。', '树长到三楼窗口，屋里白天也要开灯。'],
    done: ['修剪过密枝条，清运完毕。', '与供电所一起修枝，线路已护套。'],
  }),
  matter('02003', 'rail', 3, {
    wrong: ['护栏松动', '护栏锈断'],
    told: ['河边护栏一推就晃，常有孩子玩。', '护栏断了一截，铁茬露在外面。'],
    done: ['重新焊接立柱四根，除锈刷漆。', '更换护栏六米，基座浇筑加固。'],
  }),
  matter('02004', 'road', 3, {
    wrong: ['人行道板塌陷', '地砖翘起'],
    told: ['人行道板一踩溅一身水。', '地砖翘起来，老人绊倒过。'],
    done: ['起铺道板十二块，基层夯实。', '更换破损道板，勾缝完成。'],
  }),
  matter('12001', 'sheet', 3, {
    wrong: ['非法小广告', '墙上乱贴'],
    told: ['单元门又贴满开锁广告。', '电线杆上全是小广告，不好看。'],
    done: ['清除四十余张，刷了防粘涂料。', '当场铲除并登记号码移交。'],
  }),
  matter('11001', 'stall', 2, {
    wrong: ['私搭雨棚', '私搭乱建'],
    told: ['一楼搭了铁皮棚，把通道占去一半。', '楼顶在砌墙，怕不安全。'],
    done: ['下达告知书，住户自行拆除。', '协同执法拆除，垃圾清运。'],
  }),
  matter('housing.door', 'clutter', 3, {
    wrong: ['单元门损坏', '门禁失灵'],
    told: ['单元门关不上，夜里谁都能进。', '门禁刷不开，只能等人。'],
    done: ['更换闭门器，门可自动关严。', '重装门禁主机，住户重新登记。'],
  }),
  matter('service.inquiry', 'sheet', 3, {
    wrong: ['医保怎么续', '高龄补贴怎么办'],
    told: ['老人八十了，高龄补贴在哪里办，要带什么？', '医保断了两个月，怎么续上？'],
    done: ['已电话说明材料和窗口，短信发了清单。', '预约到一窗办理，一次办完。'],
  }),
  matter('11005', 'tree', 2, {
    wrong: ['绿地踩秃', '花坛缺株'],
    told: ['草坪被踩出一条路，下雨全是泥。', '花坛里的花死了一片。'],
    done: ['补种草皮十五平方米，设了护栏。', '补栽麦冬和月季，浇透定根水。'],
  }),
  matter('15004', 'car', 2, {
    wrong: ['共享单车乱停', '单车堵门'],
    told: ['单车堵在小区门口，轮椅过不去。', '十几辆单车倒在人行道上。'],
    done: ['当场归位，通知运维企业加派人手。', '移到停放区，补划白线。'],
  }),
  matter('14001', 'road', 1, {
    wrong: ['路面塌陷'],
    told: ['路面突然塌了一个洞，车轮都陷进去。'],
    done: ['围挡后开挖，修复渗漏雨水管，分层回填。'],
  }),
  matter('14002', 'leak', 1, {
    wrong: ['水管爆裂'],
    told: ['路边水管爆了，水冲得到处都是。'],
    done: ['关阀抢修，更换管段两米，已恢复供水。'],
  }),
];

/** The words of a category. */
export function matterOf(code: string): Matter {
  const found = matters.find((entry) => entry.code === code);
  if (!found) throw new Error(`no words for category ${code}`);
  return found;
}
