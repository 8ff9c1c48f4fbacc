/** What a task of the demo became: accepted, reported done, under way, or late. */
export type Became = 'accepted' | 'done' | 'underWay' | 'late'

export interface ToldTask {
  subject: string
  /** A bureau, or a community of the street. */
  holder: string | 'community'
  /** Days from the meeting until its limit. */
  days: number
  became: Became
}

export interface ToldMeeting {
  /** So many days from today; those past are minuted. */
  day: number
  agenda: { subject: string; presenter: string; resolution?: string }[]
  /** Whether a member recused from the first item. */
  recused?: true
  minutes?: string
  tasks: ToldTask[]
}

/** The meetings that each governance committee of the demo has: two past and one to come. */
export const toldMeetings: readonly ToldMeeting[] = [
  {
    day: -76,
    recused: true,
    agenda: [
      { subject: '老旧小区停车秩序整治', presenter: '街道办事处', resolution: '在三个老旧小区增设机动车位和充电桩，年内完成' },
      { subject: '通报上半年基层治理工作', presenter: '党建办公室' },
    ],
    minutes:
      '会议听取了上半年基层治理工作情况，研究了老旧小区停车秩序整治。会议认为，停车难是居民反映最多的问题，要先易后难、分批推进。会议表决通过停车整治方案。',
    tasks: [
      { subject: '完成三个小区车位划线', holder: 'urban', days: 50, became: 'accepted' },
      { subject: '征求居民意见并公示', holder: 'community', days: 100, became: 'done' },
    ],
  },
  {
    day: -27,
    agenda: [
      { subject: '冬季供暖保障分工', presenter: '物业专项委员会', resolution: '建立供暖问题一日响应机制，由社区统一收集、分转' },
      { subject: '楼道飞线充电整治', presenter: '综治专项委员会', resolution: '全面排查楼道飞线充电，补建集中充电点' },
    ],
    minutes: '会议研究了冬季供暖保障和楼道飞线充电整治，两项均表决通过。会议要求各单位按分工落实，街道每周调度。',
    tasks: [
      { subject: '排查供暖问题小区并建台账', holder: 'housing', days: 20, became: 'late' },
      { subject: '补建集中充电点', holder: 'community', days: 60, became: 'underWay' },
    ],
  },
  {
    day: 9,
    agenda: [
      { subject: '年度治理项目清单', presenter: '街道办事处' },
      { subject: '小区物业评价办法', presenter: '物业专项委员会' },
    ],
    tasks: [],
  },
]
