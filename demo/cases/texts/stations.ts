import { matter } from './matter.ts'

/** What is wrong at a station: told of one, so that chance never draws it. */
export const atStation = matter(
  'services.station',
  0,
  `
  没有水了。饮水机空了两天，来歇脚的老人喝不上水
  登记的时间该开着，门却关着。昨天晚上七点多去的，说是八点才关
  —
  已换水并排好值班
  `,
)
