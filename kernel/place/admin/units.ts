import { Type } from 'typebox'
import type { Connection } from '../../database/open.ts'
import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import { isRefusal, refusal } from '../../flow/refusal.ts'
import type { App } from '../../http/app.ts'
import { Ok, ok } from '../../http/done.ts'
import { isProblem, type Problem, problem, problems, wrongField } from '../../http/problem.ts'
import type { Actor } from '../../people/actor.ts'
import { mustBe } from '../../people/admin/may.ts'
import { differing, note } from '../../people/admin/trail.ts'
import { signedIn } from '../../people/signedIn.ts'
import { dayAfter, dayOf } from '../../time/zone.ts'
import { raiseRules } from '../rules.ts'
import { takenNames } from '../store/check.ts'
import { formFits, liesIn, mayBecome } from '../under.ts'
import { noUnit } from './cards.ts'
import { type Hangs, hangingOn, stillHangs } from './hanging.ts'
import { nameUnit } from './naming.ts'
import { mayNotServe } from './serving.ts'
import { Code, Correction, NewUnit, tags } from './shown.ts'
import { aliasesOf, cardOf, contentsOf } from './store/card.ts'
import { correctUnit, makeUnit, takeAlong } from './store/change.ts'

const servedMeanwhile = refusal(
  'rule',
  '它服务的小区有的已停用，或已由别家服务：先更正它服务哪些小区',
  'an estate that it serves has ended or is served by others: correct first which it serves',
)
const notThere = refusal('badInput', '上级单位不存在或已停用，请另选', 'there is no such unit to stand under, or it has ended')

/** Adding and correcting single units, by the system administrator. A unit is ended, never deleted: cases of the past name it. */
export function addUnitAdministration(app: App, house: House, hangs: readonly Hangs[]) {
  const { database, clock } = house
  const asVisitor = signedIn(house)
  const change = (actor: Actor, work: (connection: Connection) => Promise<typeof ok | Problem>) =>
    within(
      database,
      { as: 'command', district: actor.district },
      async (connection) => {
        // Also lets one change of places and posts at a time through: what was found to hang on nothing stays so.
        await raiseRules(connection, actor.district)
        return work(connection)
      },
      (done) => !isProblem(done),
    )
  const standing = async (connection: Connection, district: string, code: string | null) => {
    const above = code === null ? undefined : await cardOf(connection, district, code)
    return above?.ends === null ? above : undefined
  }

  app.post(
    '/api/units',
    { schema: { tags, summary: '新增单位', body: NewUnit, response: { 200: Ok, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mustBe(actor, 'systemAdmin')
        if (refused) return problem(refused)
        const { district } = actor
        const { code, name, kind, form, parent, aliases, point, serves = [] } = request.body
        const now = clock()
        return change(actor, async (connection) => {
          const [taken] = await takenNames(connection, district, [code])
          if (taken)
            return wrongField(
              'code',
              refusal('rule', `编码“${code}”已有人用（${taken.target}）`, `the code "${code}" is taken by ${taken.target}`),
            )
          const wrong = mayBecome(undefined, kind, false) ?? formFits(kind, form)
          if (wrong) return wrongField('kind', wrong)
          const above = await standing(connection, district, parent)
          if (!above) return wrongField('parent', notThere)
          const lies = liesIn({ code, kind }, above)
          if (isRefusal(lies)) return wrongField('parent', lies)
          const unserved = await mayNotServe(connection, district, { code, kind, serves }, dayOf(now))
          if (unserved) return unserved
          const unit = { name: name.trim(), kind, form: form ?? null, parent, ...lies, ends: null, serves }
          await makeUnit(connection, district, code, unit, dayOf(now))
          const misnamed = await nameUnit(connection, district, code, { aliases, point })
          if (misnamed) return misnamed
          await note(connection, actor, now, { what: 'unit made', subject: code, told: request.body })
          return ok
        })
      }),
  )

  const params = Type.Object({ code: Code })
  app.patch(
    '/api/units/:code',
    { schema: { tags, summary: '更正、停用单位', params, body: Correction, response: { 200: Ok, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mustBe(actor, 'systemAdmin')
        if (refused) return problem(refused)
        const { district } = actor
        const { code } = request.params
        const { aliases, point, until, ...said } = request.body
        const now = clock()
        const day = dayOf(now)
        return change(actor, async (connection) => {
          const card = await cardOf(connection, district, code)
          if (!card) return problem(noUnit)
          const { name, kind, form, parent, street, community, ends, serves } = card
          const before = { name, kind, form, parent, street, community, ends, serves }
          const after = {
            ...before,
            ...said,
            name: (said.name ?? name).trim(),
            form: (said.kind ?? kind) === 'street' ? (said.form ?? form) : null,
            serves: (said.kind ?? kind) === 'propertyCompany' ? (said.serves ?? serves) : [],
            ...(until !== undefined && { ends: until === null ? null : dayAfter(until) }),
          }
          if (after.ends !== before.ends && after.ends !== null) {
            if (after.ends < day || after.ends <= card.starts)
              return wrongField(
                'until',
                refusal('badInput', '最后一天已过，或早于启用', 'the last day is over, or before the first'),
              )
            if (kind === 'district') return wrongField('until', refusal('rule', '区不能停用', 'a district does not end'))
            const still = stillHangs(await hangingOn(hangs, connection, district, code, after.ends))
            if (still) return wrongField('until', still)
          }
          const contents = await contentsOf(connection, district, code, day)
          const wrong =
            mayBecome(kind, after.kind, contents.below.length > 0 || contents.levels.length > 0) ??
            formFits(after.kind, after.form)
          if (wrong) return wrongField('kind', wrong)
          // What it serves already stays; but a company that comes back may find an estate with somebody else.
          const resumes = ends !== null && (after.ends === null || after.ends > ends)
          const asked = said.serves ?? (resumes ? after.serves : [])
          const unserved = await mayNotServe(connection, district, { code, kind: after.kind, serves: asked }, day)
          if (unserved) return resumes && !said.serves ? wrongField('until', servedMeanwhile) : unserved
          const moves = after.parent !== parent || after.kind !== kind
          if (moves || (resumes && parent !== null)) {
            const above = await standing(connection, district, after.parent)
            if (!above) return wrongField('parent', notThere)
            const lies = liesIn({ code, kind: after.kind }, above)
            if (isRefusal(lies)) return wrongField('parent', lies)
            if (moves) Object.assign(after, lies)
          }
          await correctUnit(connection, district, code, after)
          if (moves && (after.kind === 'community' || after.kind === 'estate'))
            await takeAlong(connection, district, code, after, day)
          const names = await aliasesOf(connection, district, code)
          const misnamed = await nameUnit(connection, district, code, { aliases, point })
          if (misnamed) return misnamed
          const told = {
            before: { ...before, ...(aliases && { aliases: names }) },
            after: { ...after, ...(aliases && { aliases }), ...(point && { point }) },
          }
          await note(connection, actor, now, { what: 'unit corrected', subject: code, told: differing(told) })
          return ok
        })
      }),
  )
}
