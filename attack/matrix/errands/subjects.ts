import type { ErrandItem } from '#capabilities/errands/contract/item.ts'
import type { Person } from '../cast.ts'
import { after, type Maker, type Makers, type Step } from '../kit.ts'

/** An item that needs no papers, so that every step is open. */
export const errandItem: ErrandItem = {
  ...{ code: 'errand-item', name: { zh: '代填网上申报表' }, kind: 'forms', papers: [], letter: false },
  ...{ steps: '带上手机，代办员陪您填好。', department: '社区便民服务窗口', days: 1, hours: 1 },
}
/** One with a paper, that changes hands. */
const errandWithPaper: ErrandItem = {
  ...{ ...errandItem, code: 'errand-paper', name: { zh: '老年优待证申领' } },
  papers: [{ name: '身份证复印件', kind: 'copy', count: 1 }],
}
/** And one that comes back. */
const errandWithOriginal: ErrandItem = {
  ...{ ...errandItem, code: 'errand-original', name: { zh: '社保卡补办' } },
  papers: [{ name: '身份证', kind: 'original', count: 1 }],
}
/** What a helper writes down for somebody without an account. */
export const errandFiled = { item: errandItem.code, unit: 'plum', name: '王桂英', phone: '13800009999', atHome: false }
export const errandRequest = { item: errandItem.code, unit: 'plum', note: '眼睛不好', atHome: false }
export const errandHelper = { role: 'gridWorker', unit: 'g-plum' }

type Item = 'errandItem' | 'errandWithPaper' | 'errandWithOriginal'

/** Somebody sends a command on the errand. */
const sends =
  (by: Person, command: string, input: object = {}): Step =>
  ({ post }, id) =>
    post(by, `/api/errands/${id}/${command}`, input)

const requestedOf =
  (kind: Item, item: string): Maker<Item> =>
  async ({ subject, post }) => {
    await subject(kind)
    return (await post('reporter', '/api/errands', { ...errandRequest, item })).id
  }
const requested = requestedOf('errandItem', errandItem.code)
const assigned = after(requested, sends('communitySecretary', 'assign', { helper: errandHelper }))
const collecting = after(assigned, sends('gridWorker', 'begin'))
const submitted = after(collecting, sends('gridWorker', 'submit'))
const done = after(submitted, sends('gridWorker', 'conclude'))

/** One that the grid worker wrote down for somebody without an account, about an item. */
const filed =
  (kind: Item, item: string): Maker<Item> =>
  async ({ subject, post }) => {
    await subject(kind)
    return (await post('gridWorker', '/api/errands/file', { ...errandFiled, item })).id
  }

/** An original or a copy of 报单人's, with the helper, or on its way there. */
const offered = (kind: Item, item: string) =>
  after(
    requestedOf(kind, item),
    sends('communitySecretary', 'assign', { helper: errandHelper }),
    sends('gridWorker', 'begin'),
    async ({ post, photo }, id) =>
      post('gridWorker', `/api/errands/${id}/handOver`, { paper: 0, to: 'helper', photo: await photo('cast-gridWorker') }),
  )
const given = (kind: Item, item: string) => after(offered(kind, item), sends('reporter', 'acknowledge', { paper: 0 }))

/** Items, and how errands come to each state. */
export const subjects = {
  errandItem: ({ entryOf }) => entryOf('errand-items', 'systemAdmin', errandItem, errandItem.code),
  'errandItem to end': ({ entryOf, next }) => {
    const code = `errand-${next()}`
    return entryOf('errand-items', 'systemAdmin', { ...errandItem, code, name: { zh: `代办 ${code}` } }, code)
  },
  errandWithPaper: ({ entryOf }) => entryOf('errand-items', 'systemAdmin', errandWithPaper, errandWithPaper.code),
  errandWithOriginal: ({ entryOf }) => entryOf('errand-items', 'systemAdmin', errandWithOriginal, errandWithOriginal.code),
  'errand with a paper collecting': after(
    requestedOf('errandWithPaper', errandWithPaper.code),
    sends('communitySecretary', 'assign', { helper: errandHelper }),
    sends('gridWorker', 'begin'),
  ),
  'errand with a paper offered': offered('errandWithPaper', errandWithPaper.code),
  'errand with a paper given': given('errandWithPaper', errandWithPaper.code),
  'errand with a paper lost': after(
    given('errandWithPaper', errandWithPaper.code),
    sends('gridWorker', 'lose', { paper: 0, remedy: '陪您补办' }),
  ),
  'errand with an original submitted': after(given('errandWithOriginal', errandWithOriginal.code), sends('gridWorker', 'submit')),
  'errand with a paper over': after(
    given('errandWithPaper', errandWithPaper.code),
    sends('communitySecretary', 'decline', { because: '改由本人办理' }),
  ),
  'errand requested': requested,
  'errand assigned': assigned,
  'errand collecting': collecting,
  'errand submitted': submitted,
  'errand rejected': after(submitted, sends('gridWorker', 'reject', { because: '材料不全', missing: '户口本' })),
  'errand done': done,
  'errand confirmed': after(done, sends('reporter', 'confirm', { satisfied: true })),
  'errand filed': after(filed('errandWithPaper', errandWithPaper.code), async ({ post, photo, photos }, id) => {
    const shown = await photo('cast-gridWorker')
    photos.set(id, shown)
    await post('gridWorker', `/api/errands/${id}/handOver`, { paper: 0, to: 'helper', photo: shown })
  }),
  'errand filed done': after(
    filed('errandItem', errandItem.code),
    sends('gridWorker', 'submit'),
    sends('gridWorker', 'conclude'),
  ),
} satisfies Makers<Item>

/** The states in which errands of 报单人's are knocked at. */
export type ErrandState = keyof typeof subjects extends infer Kind
  ? Kind extends `errand ${infer State}`
    ? State
    : never
  : never
