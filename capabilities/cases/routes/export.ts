import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { type Actor, sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { attempt, exportsAllowed } from '#kernel/people/throttle.ts'
import { type Cell, workbookType, xlsx } from '#kernel/register/sheet/xlsx/xlsx.ts'
import { kindWords } from '../contract/categoryValues.ts'
import type { CaseRow } from '../contract/seen.ts'
import { stateNames } from '../contract/states.ts'
import { rowOf } from '../row.ts'
import type { Rulebook } from '../rulebook.ts'
import type { Cursor } from '../store/conditions.ts'
import { listCases } from '../store/lists.ts'
import { Filter, filterOf } from './asked.ts'
import { type Room, tags } from './room.ts'

/** So many rows a sheet holds at most, and so many are read at once. */
const most = 50_000
const batch = 200

/** What a list shows as a sheet to take along. Like every list it opens no vault: there is no name, telephone or own word in it. */
export function addExportRoutes(app: App, { house, cases }: Room) {
  const { database, clock } = house
  const asVisitor = signedIn(house)
  const Bytes = Type.Unsafe<Readable>({ type: 'string', format: 'binary' })
  app.get(
    '/api/cases/export.xlsx',
    {
      schema: {
        ...{ tags, summary: '导出事项（XLSX）', querystring: Filter },
        produces: [workbookType],
        response: { 200: Bytes, ...problems },
      },
    },
    async (request, reply) =>
      asVisitor(request, async ({ actor }) => {
        const slowed = await attempt(database, actor.district, exportsAllowed, actor.id, clock())
        if (slowed) return problem(slowed)
        // Read under the rules of this moment; each page is a transaction of its own, so that nobody waits for a large sheet.
        const { district } = actor
        const now = clock()
        const reading = { as: 'read', district, sight: sightOf(actor) } as const
        const rules = await within(database, reading, (connection) => cases.rulesOf(connection, district))
        const filter = filterOf(request.query, cases, { rules, now, actor })
        if (isRefusal(filter)) return problem(filter)
        const sort = request.query.sort ?? 'newest'
        const page = (after: Cursor | undefined) =>
          within(database, reading, (connection) => listCases(connection, actor, filter, { sort, after, limit: batch }))
        const sheet = { name: '事项', head, rows: rowsOf(page, rules, actor) }
        return reply
          .type(workbookType)
          .header('content-disposition', `attachment; filename="cases-${now.toString().slice(0, 10)}.xlsx"`)
          .header('cache-control', 'no-store')
          .send(Readable.from(xlsx(sheet)))
      }),
  )
}

const head = [
  { words: '编号', width: 16 },
  { words: '状态', width: 14 },
  { words: '类别', width: 18 },
  { words: '诉求', width: 8 },
  { words: '缓急', width: 8 },
  { words: '事由', width: 24 },
  { words: '地点', width: 26 },
  { words: '在谁手上', width: 22 },
  { words: '主办单位', width: 22 },
  { words: '报单时间', width: 17 },
  { words: '时限', width: 17 },
  { words: '归档时间', width: 17 },
  { words: '轮次', width: 6 },
  { words: '附议', width: 6 },
]

type Page = (after: Cursor | undefined) => ReturnType<typeof listCases>

async function* rowsOf(page: Page, rules: Rulebook, reader: Actor): AsyncGenerator<readonly Cell[]> {
  let after: Cursor | undefined
  let count = 0
  do {
    const { rows, next } = await page(after)
    for (const item of rows) yield cellsOf(rowOf(item, rules, reader), rules)
    count += rows.length
    after = next
  } while (after && count < most)
  if (after) yield [`只导出了前 ${count} 件，请缩小条件再导出其余的`]
}

const isState = (state: string): state is keyof typeof stateNames => Object.hasOwn(stateNames, state)
const moment = (at: string | undefined) => (at === undefined ? undefined : new Date(at))

const cellsOf = (row: CaseRow, rules: Rulebook): Cell[] => [
  row.number,
  isState(row.state) ? stateNames[row.state] : row.state,
  rules.categories.get(row.category)?.name.zh ?? row.category,
  kindWords[row.kind].zh,
  row.urgency === 'urgent' ? '紧急' : '一般',
  row.gist.join('、'),
  row.place,
  row.holder?.unitName,
  row.lead,
  moment(row.reportedAt),
  moment(row.dueAt),
  moment(row.closedAt),
  row.round,
  row.followers,
]
