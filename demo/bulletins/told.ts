import type { Kind } from '#capabilities/bulletins/contract/kinds.ts'

/** What a bulletin of the demo says, without its place and its day. */
export interface Told {
  kind: Kind
  /** Who signs it: the community, the property company of the estate, or a body of the catalogue. */
  by: 'community' | 'property' | 'tapWater' | 'power' | 'gas' | 'heat'
  /** From which hour of its day, and for how many hours. */
  at: number
  hours: number
  what: string
  advice?: string
  call?: string
  /** What became of it before its time: other words, or the reason why it was taken back. */
  became?: { corrected: string } | { takenBack: string }
}

/** What runs now where the personas meet. */
export const running: Told = {
  ...{ kind: 'water', by: 'tapWater', at: 0, hours: 8 },
  what: '供水管道抢修，全小区停水',
  advice: '请提前储水，恢复后先放一会儿再用',
  call: '供水热线 0536-7000001',
}

/** What begins there tomorrow. */
export const tomorrow: Told = {
  ...{ kind: 'power', by: 'power', at: 8, hours: 4 },
  what: '配电设备检修，全小区停电',
  advice: '请提前给手机充电，电梯停用，出门早一点',
  call: '供电热线 95598',
}

/** What was told in the year before, month by month from January on; some months more than once. */
export const past: readonly (readonly [month: number, told: Told])[] = [
  [
    1,
    {
      kind: 'heating',
      by: 'heat',
      at: 9,
      hours: 9,
      what: '换热站检修，暂停供暖',
      advice: '请注意保暖',
      call: '供热热线 0536-7000003',
    },
  ],
  [2, { kind: 'lift', by: 'property', at: 9, hours: 3, what: '电梯年检，逐台停运', advice: '请走楼梯，老人出门可联系物业搀扶' }],
  [3, { kind: 'other', by: 'community', at: 9, hours: 8, what: '社区开展免费义诊，地点在社区一楼大厅', advice: '请带身份证' }],
  [
    4,
    {
      ...{ kind: 'road', by: 'community', at: 7, hours: 60, what: '小区东门外道路铺沥青，车辆不能通行' },
      ...{ advice: '请走北门', became: { corrected: '因下雨推迟收工，道路晚一天开放，车辆请走北门' } },
    },
  ],
  [5, { kind: 'water', by: 'property', at: 9, hours: 6, what: '清洗二次供水水箱，高层停水', advice: '请提前储水' }],
  [
    6,
    {
      kind: 'gas',
      by: 'gas',
      at: 13,
      hours: 4,
      what: '燃气管道改造接口，停气',
      advice: '请关好灶具阀门',
      call: '燃气热线 0536-7000002',
    },
  ],
  [
    7,
    {
      ...{ kind: 'power', by: 'power', at: 6, hours: 5, what: '线路检修，停电', advice: '请提前充电', call: '供电热线 95598' },
      became: { takenBack: '高温天气，检修改期' },
    },
  ],
  [8, { kind: 'other', by: 'property', at: 8, hours: 10, what: '集中灭蚊，楼道和绿化带喷药', advice: '请关窗，看好孩子和宠物' }],
  [9, { kind: 'water', by: 'tapWater', at: 22, hours: 7, what: '夜间更换主管阀门，停水', call: '供水热线 0536-7000001' }],
  [9, { kind: 'lift', by: 'property', at: 10, hours: 26, what: '更换电梯钢丝绳，1 号梯停运', advice: '请用 2 号梯' }],
  [10, { kind: 'road', by: 'community', at: 8, hours: 9, what: '雨污分流施工，小区西侧人行道封闭', advice: '请绕行' }],
  [
    11,
    {
      kind: 'heating',
      by: 'heat',
      at: 8,
      hours: 8,
      what: '供暖前注水试压，暖气片可能漏水，家里请留人',
      call: '供热热线 0536-7000003',
    },
  ],
  [12, { kind: 'power', by: 'power', at: 9, hours: 3, what: '更换变压器，停电', advice: '请提前充电', call: '供电热线 95598' }],
]
