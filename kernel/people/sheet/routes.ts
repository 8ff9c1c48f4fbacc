import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import { isRefusal, refusal } from '../../flow/refusal.ts'
import type { App } from '../../http/app.ts'
import { problem, problems } from '../../http/problem.ts'
import { EditHeaders } from '../../register/hall.ts'
import { sheetIn } from '../../register/sheet/sent.ts'
import { templateOf } from '../../register/sheet/template.ts'
import { workbookType, xlsx } from '../../register/sheet/xlsx/xlsx.ts'
import { keyedHash } from '../../vault/cipher.ts'
import { words } from '../../words.ts'
import { mustBe } from '../admin/may.ts'
import { tags } from '../admin/shown.ts'
import { note } from '../admin/trail.ts'
import { hashPassword, repeatablePassword } from '../password.ts'
import { signedIn } from '../signedIn.ts'
import { allow, attempt } from '../throttle.ts'
import { bringPeople } from './bring.ts'
import { peopleColumns } from './columns.ts'
import { lanes } from './lanes.ts'
import { peopleIn } from './read.ts'
import { PeopleReport } from './shown.ts'

const label = '人员'
/** Each is looked at first, and mended, before it is written. */
const sheetsAllowed = allow({
  name: 'sheets of people',
  what: words('用表格新建人员', 'sheets of people'),
  per: 'account',
  most: 30,
  minutes: 10,
})
/** Each row asks whether a name is taken, also in another district: a whole district's people, looked at and mended, and no more. */
const rowsAllowed = allow({
  name: 'rows of people',
  what: words('新建人员表格中的行数', 'rows in sheets of people'),
  per: 'account',
  most: 4000,
  minutes: 60,
})

/** Passwords of all sheets together are hashed two at a time: whoever signs in meanwhile does not wait for a sheet. */
const inLane = lanes(2)

/** Many people at once, by a sheet: its template, and reading it; all are made, or nobody. */
export function addPeopleSheetRoutes(app: App, house: House) {
  const { database, clock, ring } = house
  const asVisitor = signedIn(house)

  const Bytes = Type.Unsafe<Readable>({ type: 'string', format: 'binary' })
  app.get(
    '/api/people/sheet.xlsx',
    { schema: { tags, summary: '人员表格模板', produces: [workbookType], response: { 200: Bytes, ...problems } } },
    async (request, reply) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mustBe(actor, 'systemAdmin')
        if (refused) return problem(refused)
        return reply
          .header('content-disposition', 'attachment; filename="people.xlsx"')
          .type(workbookType)
          .send(Readable.from(xlsx(...templateOf(label, peopleColumns, []))))
      }),
  )

  const Query = Type.Object(
    { preview: Type.Optional(Type.Boolean({ description: 'looks only, writes nothing' })) },
    { additionalProperties: false },
  )
  const schema = {
    ...{ tags, summary: '用表格新建人员', consumes: ['multipart/form-data'], headers: EditHeaders, querystring: Query },
    response: { 200: PeopleReport, ...problems },
  }
  app.post('/api/people/sheet', { schema }, (request) =>
    asVisitor(request, async ({ actor }) => {
      const refused = mustBe(actor, 'systemAdmin')
      if (refused) return problem(refused)
      const { district } = actor
      const now = clock()
      const slowed = await attempt(database, district, sheetsAllowed, actor.id, now)
      if (slowed) return problem(slowed)
      const sent = await sheetIn(request, label)
      if (isRefusal(sent)) return problem(sent)
      const { preview = false } = request.query
      const { people, problems: unread, notices, noteOn } = peopleIn(sent.grid)
      const tooMany = await attempt(database, district, rowsAllowed, actor.id, now, people.length)
      if (tooMany) return problem(tooMany)
      const looking = preview || unread.length > 0
      const key = request.headers['idempotency-key']
      const digest = createHash('sha256').update(sent.bytes).digest('hex')
      const fingerprint = keyedHash(ring, 'fingerprint', JSON.stringify(['people', 'sheet', digest]))
      const token = { district, scope: actor.id, key, fingerprint, item: 'people', command: 'sheet' }
      const passwordOf = (account: string) => repeatablePassword(ring, JSON.stringify([district, actor.id, account, key]))
      const accounts = new Map(
        people.map(({ account, name }) => [account.toLowerCase(), { account, name, password: passwordOf(account) }]),
      )
      const passwords = looking
        ? []
        : [...accounts].map(async ([key, { password }]) => [key, await inLane(() => hashPassword(password))] as const)
      const hashed = new Map(await Promise.all(passwords))
      // What is only looked at is done too, and taken back: so it is judged by the same rules.
      const done = await within(
        database,
        { as: 'command', district },
        (connection) => bringPeople(connection, { actor, now, sent: token, people, hashed, preview: looking, noteOn }),
        (brought) => !looking && !isRefusal(brought) && brought.problems.length === 0,
      )
      if (isRefusal(done)) return problem(done)
      const wrong = [...unread, ...done.problems].toSorted((one, other) => one.row - other.row)
      if (looking || wrong.length > 0)
        await within(database, { as: 'command', district }, (connection) =>
          note(connection, actor, now, { what: 'people tried', subject: district, told: { rows: people.length } }),
        )
      if (!preview && wrong.length > 0)
        return problem(
          refusal(
            'badInput',
            `表格有 ${wrong.length} 处问题，没有建任何账号`,
            `the sheet has ${wrong.length} problems: nobody was made`,
          ),
          wrong.map(({ row, cell, because }) => ({ field: cell ?? `row ${row}`, because })),
        )
      return {
        ...{ written: !looking, rows: done.rows, made: looking ? [] : [...accounts.values()], notices, problems: wrong },
        found: { notices: notices.length, problems: wrong.length },
      }
    }),
  )
}
