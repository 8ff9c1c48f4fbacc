import { Type } from 'typebox'
import type { Connection } from '../../database/open.ts'
import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import { refusal } from '../../flow/refusal.ts'
import type { App } from '../../http/app.ts'
import { Ok, ok } from '../../http/done.ts'
import { orProblem, problem, problems } from '../../http/problem.ts'
import { Instant } from '../../moments.ts'
import { dayOf } from '../../time/zone.ts'
import { accountOf } from '../accounts.ts'
import { isRole } from '../roles.ts'
import { signedIn } from '../signedIn.ts'
import { daysOf, unfitOn } from '../unfit.ts'
import { changePosts } from './changing.ts'
import { mayKeepRoster, mayPutOnDuty, mustBe, type NightWorker } from './may.ts'
import { asFromNow, isOver, isSamePast } from './pastOfRoster.ts'
import { Changes, Code, SecondFactorRoles, Slot, shownChanges, tags } from './shown.ts'
import { namesIn } from './store/names.ts'
import { isStaffThere } from './store/people.ts'
import { placeThere, postsOfPeople } from './store/posts.ts'
import { askSecondFactor, dutiesIn, onDutyElsewhere, replaceDuties, secondFactorRoles } from './store/rosters.ts'
import { changesBefore, note } from './trail.ts'

const hour = 3_600_000
const longest = 31 * 24 * hour
/** Nobody is on duty for longer than this at a stretch. */
const longestSlot = 48 * hour

interface Stretch {
  from: string
  to: string
}
/** Whether a slot ends after it begins, is no longer than a person can be on duty, and begins within the stretch. */
function isSlot(slot: Stretch, stretch: Stretch): boolean {
  const [from, to] = [Date.parse(slot.from), Date.parse(slot.to)]
  return from < to && to - from <= longestSlot && from >= Date.parse(stretch.from) && from < Date.parse(stretch.to)
}

/** The first slot, counted from 1, in which somebody stands who is on duty in another at the same time. */
function twiceAtOnce(slots: readonly (Stretch & { account: string })[]): number | undefined {
  const meets = (one: Stretch, other: Stretch) =>
    Date.parse(one.from) < Date.parse(other.to) && Date.parse(other.from) < Date.parse(one.to)
  const index = slots.findIndex((slot, at) =>
    slots.slice(0, at).some((other) => other.account === slot.account && meets(slot, other)),
  )
  return index < 0 ? undefined : index + 1
}

/** Somebody of the staff with some slots, as far as it matters whether they may be on duty then. */
async function nightWorker(
  connection: Connection,
  district: string,
  id: string,
  { slots, now }: { slots: readonly Stretch[]; now: Temporal.Instant },
): Promise<NightWorker> {
  const day = dayOf(now)
  const days = slots.flatMap(({ from, to }) => daysOf({ from: Date.parse(from), to: Date.parse(to) }, day))
  return {
    id,
    name: (await accountOf(connection, district, id, now))?.displayName ?? id,
    unfit: unfitOn(await postsOfPeople(connection, district, [id], day), days.toSorted()),
  }
}

/** Who is on duty at night, of which roles a second factor is asked, and the trail of all that administrators changed. */
export function addRosterAdministration(app: App, house: House) {
  const { database, clock } = house
  const asVisitor = signedIn(house)

  const Asked = Type.Object({ unit: Code, from: Instant, to: Instant }, { additionalProperties: false })
  app.get(
    '/api/duties',
    { schema: { tags, summary: '值班表', querystring: Asked, response: { 200: Type.Array(Slot), ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { unit, from, to } = request.query
        const refused = actor.role === 'dispatcher' ? undefined : mayKeepRoster(actor, unit)
        if (refused) return problem(refused)
        const rows = await within(database, { as: 'command', district: actor.district }, (connection) =>
          dutiesIn(connection, actor.district, unit, from, to),
        )
        return rows.map(({ account, name, starts_at, ends_at }) => ({
          ...{ account, name: name ?? '', from: starts_at.toISOString(), to: ends_at.toISOString() },
        }))
      }),
  )

  const Roster = Type.Object(
    {
      ...{ unit: Code, from: Instant, to: Instant },
      slots: Type.Array(
        Type.Object(
          { account: Type.String({ minLength: 1, maxLength: 60 }), from: Instant, to: Instant },
          { additionalProperties: false },
        ),
        { maxItems: 200 },
      ),
    },
    { additionalProperties: false },
  )
  app.put(
    '/api/duties',
    { schema: { tags, summary: '排值班', body: Roster, response: { 200: Ok, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { district } = actor
        const { unit, from, to, slots } = request.body
        const now = clock()
        const day = dayOf(now)
        const refused = mayKeepRoster(actor, unit)
        if (refused) return problem(refused)
        const length = Date.parse(to) - Date.parse(from)
        if (!(length > 0 && length <= longest))
          return problem(
            refusal(
              'badInput',
              '排班的起止须先后正确，一次最多 31 天',
              'a stretch ends after it begins, and has 31 days at most',
            ),
          )
        const wrong = slots.findIndex((slot) => !isSlot(slot, { from, to }))
        if (wrong >= 0)
          return problem(
            refusal(
              'badInput',
              `第 ${wrong + 1} 班的时间不对，或不在这段排班内`,
              `slot ${wrong + 1} ends before it begins, or begins outside the stretch`,
            ),
          )
        const twice = twiceAtOnce(slots)
        if (twice !== undefined)
          return problem(
            refusal(
              'badInput',
              `第 ${twice} 班的人在同一时间还有另一班`,
              `whoever has slot ${twice} has another at the same time`,
            ),
          )
        const done = await changePosts<typeof ok>(database, actor, async (connection) => {
          const place = await placeThere(connection, district, unit)
          if (
            slots.length > 0 &&
            (place?.kind !== 'street' || (place.ends !== null && place.ends <= dayOf(Temporal.Instant.from(to))))
          )
            return refusal(
              'badInput',
              '只有街道有值班表，请从列表中选择街道',
              'only streets have rosters: choose one from the list',
            )
          const stood = await dutiesIn(connection, district, unit, from, to)
          if (!isSamePast(stood, slots, { from, now }))
            return refusal(
              'rule',
              '已经过去的班不能再改：当时谁值班，以当时的为准',
              'what is over is changed no more: on duty was who was',
            )
          const toCome = slots.filter((slot) => !isOver(slot, now))
          for (const [account, theirs] of Map.groupBy(toCome, (slot) => slot.account)) {
            if (!(await isStaffThere(connection, district, account, day)))
              return refusal(
                'badInput',
                `没有“${account}”这个人，或已停用`,
                `there is no "${account}", or their account has ended`,
              )
            const barred = mayPutOnDuty(actor, await nightWorker(connection, district, account, { slots: theirs, now }))
            if (barred) return barred
          }
          const elsewhere = await onDutyElsewhere(connection, district, unit, { from, to, slots })
          if (elsewhere !== undefined)
            return refusal(
              'badInput',
              `${elsewhere}在同一时间还有别处或前后一段的班`,
              `${elsewhere} is on duty elsewhere, or in the stretch before or after, at the same time`,
            )
          const kept = asFromNow(stood, slots, { from, now })
          await replaceDuties(connection, district, unit, { from, to, slots: kept })
          await note(connection, actor, now, { what: 'roster changed', subject: unit, told: { from, to, slots: kept } })
          return ok
        })
        return orProblem(done)
      }),
  )

  app.get(
    '/api/second-factor',
    { schema: { tags, summary: '哪些岗位须用动态验证码', response: { 200: SecondFactorRoles, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mustBe(actor, 'securityAdmin', 'auditAdmin')
        if (refused) return problem(refused)
        return {
          roles: await within(database, { as: 'command', district: actor.district }, (connection) =>
            secondFactorRoles(connection, actor.district),
          ),
        }
      }),
  )
  app.put(
    '/api/second-factor',
    { schema: { tags, summary: '要求动态验证码', body: SecondFactorRoles, response: { 200: Ok, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mustBe(actor, 'securityAdmin')
        if (refused) return problem(refused)
        const unknown = request.body.roles.find((role) => !isRole(role) || ['resident', 'nobody', 'system'].includes(role))
        if (unknown !== undefined)
          return problem(refusal('badInput', `没有“${unknown}”这种岗位`, `there is no such role as "${unknown}"`))
        await within(database, { as: 'command', district: actor.district }, async (connection) => {
          const before = await secondFactorRoles(connection, actor.district)
          await askSecondFactor(connection, actor.district, request.body.roles)
          const told = { before, after: request.body.roles }
          await note(connection, actor, clock(), { what: 'second factor by role', subject: 'roles', told })
        })
        return ok
      }),
  )

  const Page = Type.Object({ before: Type.Optional(Type.String({ format: 'uuid' })) }, { additionalProperties: false })
  app.get(
    '/api/people/changes',
    { schema: { tags, summary: '人员与岗位变更记录', querystring: Page, response: { 200: Changes, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mustBe(actor, 'auditAdmin')
        if (refused) return problem(refused)
        const most = 100
        const { rows, names } = await within(database, { as: 'command', district: actor.district }, async (connection) => {
          const rows = await changesBefore(connection, actor.district, request.query.before, most + 1)
          return { rows, names: await namesIn(connection, actor.district, rows, dayOf(clock())) }
        })
        return { ...shownChanges(rows, most), names }
      }),
  )
}
