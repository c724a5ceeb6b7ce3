const places = [
  '三号楼',
  '北门',
  '小广场',
  '幼儿园门口',
  '七栋二单元',
  '菜市场东侧',
  '公交站旁',
  '地下车库',
  '健身角',
  '快递柜前',
] as const;
const matters = [
  '楼上深夜拖动家具，影响休息，已经沟通过三次没有结果',
  '邻居在楼道堆放纸箱和旧家具，出入不方便，担心着火',
  '两家因为停车位发生争吵，希望社区来人调解',
  '空调外机滴水到楼下窗台，多次反映没有处理',
  '有人在公共绿地种菜，泥土冲到路面上',
  '阳台养鸽子，早晨很吵，粪便落到晾晒的衣服上',
  '装修队中午施工，老人无法午休',
] as const;

/** What residents write, place by place and matter by matter. */
export const TEXTS: readonly string[] = places.flatMap((place) => matters.map((matter) => `${place}${matter}`));
