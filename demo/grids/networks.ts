import type { Network } from '#capabilities/grids/contract/entries.ts'

/** The networks that the article names, with what each asks of a grid; the words are ours. */
export const networks: readonly Network[] = [
  {
    code: 'party-building',
    name: { zh: '党建', en: 'party building' },
    carriedBy: ['level1', 'level2', 'level3'],
    items: [
      { what: '联系党员中心户，收集党员和群众的建议', by: 'gridLeader', rhythm: 'weekly' },
      { what: '看望生活有困难的党员', by: 'gridLeader', rhythm: 'monthly' },
      { what: '帮居民代办证照、缴费等事情', by: 'gridWorker', rhythm: 'asNeeded' },
    ],
  },
  {
    code: 'social-order',
    name: { zh: '综治', en: 'social order' },
    carriedBy: ['level1', 'level2', 'level3', 'dedicated'],
    items: [
      { what: '巡查楼道堆物、飞线充电等消防隐患', by: 'gridWorker', rhythm: 'weekly' },
      { what: '了解邻里纠纷，先劝一劝，劝不好的上报', by: 'gridWorker', rhythm: 'asNeeded' },
      { what: '查看积水点和地下车库挡板', by: 'gridWorker', rhythm: 'daily', season: 'flood' },
      { what: '入户提醒煤气、取暖安全', by: 'steward', rhythm: 'monthly', season: 'heating' },
    ],
  },
  {
    code: 'civil-affairs',
    name: { zh: '民政', en: 'civil affairs' },
    carriedBy: ['level1', 'level2', 'level3'],
    items: [
      { what: '探访独居老人', by: 'gridWorker', rhythm: 'weekly' },
      { what: '告诉困难家庭能申请什么、怎么申请', by: 'gridWorker', rhythm: 'quarterly' },
      { what: '教老人用手机挂号、缴费', by: 'reinforcement', rhythm: 'monthly' },
    ],
  },
  {
    code: 'urban-management',
    name: { zh: '城管', en: 'urban management' },
    department: 'urban',
    carriedBy: ['level1', 'level2', 'dedicated'],
    items: [
      { what: '看路面、井盖、路灯和绿化', by: 'gridWorker', rhythm: 'daily' },
      { what: '劝导占道经营、乱贴广告', by: 'gridWorker', rhythm: 'weekly' },
      { what: '清理小区公共区域', by: 'partTimeGridWorker', rhythm: 'daily' },
    ],
  },
]
