import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { isRefusal, refusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { Ok, ok } from '#kernel/http/done.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { type Actor, sightOf } from '#kernel/people/actor.ts'
import { note } from '#kernel/people/admin/trail.ts'
import { isOfCommunity } from '#kernel/people/roles.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { allow, attempt } from '#kernel/people/throttle.ts'
import { sheetIn } from '#kernel/register/sheet/sent.ts'
import { templateOf } from '#kernel/register/sheet/template.ts'
import { workbookType, xlsx } from '#kernel/register/sheet/xlsx/xlsx.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { Uuid } from '#kernel/uuid.ts'
import { noteLook, opened } from '#kernel/vault/looks.ts'
import { words } from '#kernel/words.ts'
import { MemberCounts, MemberList, MembersReport } from '../contract/member.ts'
import { memberColumns, membersIn } from '../memberSheet.ts'
import { bringMembers } from '../store/bringMembers.ts'
import { branchesIn } from '../store/covered.ts'
import { findMembers, forgetMembers, itemOf, memberCounts, membersOf, seesMember } from '../store/members.ts'

const label = '党员'
const size = 50

const sheetsAllowed = allow({
  name: 'sheets of members',
  what: words('导入党员表格', 'sheets of members'),
  per: 'account',
  most: 30,
  minutes: 10,
})

/** The members of a community's branches: how many, who, and the sheet that they come by. For the posts of that community alone. */
export function addMemberRoutes(app: App, house: House) {
  const { database, clock, ring } = house
  const asVisitor = signedIn(house)
  const tags = ['branches']
  const Code = Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-z0-9][a-z0-9-]*$' })
  const ofBranch = Type.Object({ branch: Code })
  const reading = (actor: Actor) => ({ as: 'read', district: actor.district, sight: sightOf(actor) }) as const
  /** Written down before a name goes out: each is a look at whoever it is. */
  const looked = (actor: Actor, branch: string, members: readonly { reference: string }[]) =>
    noteLook(
      database,
      actor,
      { item: itemOf(branch), subject: '', references: members.map(({ reference }) => reference), reason: opened },
      clock(),
    )
  const branchesOf = (actor: Actor, community: string) =>
    within(database, reading(actor), (connection) => branchesIn(connection, actor.district, { community }, dayOf(clock())))

  const Asking = Type.Object(
    { name: Type.Optional(Type.String({ minLength: 2, maxLength: 20, description: 'a name, or two characters of it' })) },
    { additionalProperties: false },
  )
  app.get(
    '/api/branch-members',
    { schema: { tags, summary: '各党支部党员数；按姓名找', querystring: Asking, response: { 200: MemberCounts, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const community = communityOf(actor)
        if (community === undefined) return problem(notYours)
        const branches = await branchesOf(actor, community)
        const codes = branches.map(({ code }) => code)
        const counts = await within(database, reading(actor), (connection) => memberCounts(connection, actor.district, codes))
        const all = branches.map(({ code, name }) => ({ code, name, members: 0, ...counts.get(code) }))
        const { name } = request.query
        if (name === undefined) return all
        const asked = { branches: codes, name, most: size }
        const bearing = await within(database, reading(actor), (connection) =>
          findMembers(connection, ring, actor.district, asked),
        )
        const found = Map.groupBy(bearing, ({ branch }) => branch)
        for (const [branch, some] of found) await looked(actor, branch, some)
        return all.flatMap((one) => {
          const some = found.get(one.code)
          return some ? [{ ...one, found: some.map(({ branch: _, reference: __, ...row }) => row) }] : []
        })
      }),
  )

  const Query = Type.Object(
    { after: Type.Optional(Type.Unsafe<string>({ ...Uuid, description: 'what the page before gave as `next`' })) },
    { additionalProperties: false },
  )
  app.get(
    '/api/branch-members/:branch',
    {
      schema: { tags, summary: '党支部的党员', params: ofBranch, querystring: Query, response: { 200: MemberList, ...problems } },
    },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const community = communityOf(actor)
        if (community === undefined) return problem(notYours)
        const branch = (await branchesOf(actor, community)).find(({ code }) => code === request.params.branch)
        if (!branch) return problem(noBranch)
        const asked = { branch: branch.code, after: request.query.after ?? '', most: size + 1 }
        const found = await within(database, reading(actor), (connection) => membersOf(connection, ring, actor.district, asked))
        const page = found.slice(0, size)
        await looked(actor, branch.code, page)
        const last = page.at(-1)
        return {
          branch: { code: branch.code, name: branch.name },
          rows: page.map(({ branch: _, reference: __, ...row }) => row),
          ...(found.length > size && last && { next: last.id }),
        }
      }),
  )

  app.delete(
    '/api/branch-members/:branch/:id',
    {
      schema: {
        ...{ tags, summary: '按本人要求删除', params: Type.Object({ branch: Code, id: Uuid }) },
        response: { 200: Ok, ...problems },
      },
    },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const community = communityOf(actor)
        if (community === undefined) return problem(notYours)
        const { branch, id } = request.params
        const { district } = actor
        const sees = await within(database, reading(actor), (connection) => seesMember(connection, district, { branch, id }))
        if (!sees) return problem(noMember)
        return within(database, { as: 'command', district }, async (connection) => {
          await forgetMembers(connection, district, [id], clock())
          await note(connection, actor, clock(), { what: 'member erased', subject: branch, told: { id } })
          return ok
        })
      }),
  )

  const Bytes = Type.Unsafe<Readable>({ type: 'string', format: 'binary' })
  app.get(
    '/api/branch-members/sheet.xlsx',
    { schema: { tags, summary: '党员表格模板', produces: [workbookType], response: { 200: Bytes, ...problems } } },
    async (request, reply) =>
      asVisitor(request, async ({ actor }) =>
        communityOf(actor) === undefined
          ? problem(notYours)
          : reply
              .type(workbookType)
              .header('content-disposition', 'attachment; filename="members.xlsx"')
              .send(Readable.from(xlsx(...templateOf(label, memberColumns, [])))),
      ),
  )

  const Looking = Type.Object(
    { preview: Type.Optional(Type.Boolean({ description: 'looks only, writes nothing' })) },
    { additionalProperties: false },
  )
  app.post(
    '/api/branch-members/sheet',
    {
      schema: {
        ...{ tags, summary: '导入党员名单', consumes: ['multipart/form-data'], querystring: Looking },
        response: { 200: MembersReport, ...problems },
      },
    },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const community = communityOf(actor)
        if (community === undefined) return problem(notYours)
        const { district } = actor
        const now = clock()
        const slowed = await attempt(database, district, sheetsAllowed, actor.id, now)
        if (slowed) return problem(slowed)
        const sent = await sheetIn(request, label)
        if (isRefusal(sent)) return problem(sent)
        const sheet = membersIn(sent.grid)
        const looking = request.query.preview === true || sheet.problems.length > 0
        const branches = new Set((await branchesOf(actor, community)).map(({ code }) => code))
        const report = await within(
          database,
          { as: 'command', district },
          (connection) => bringMembers(connection, ring, { actor, community, branches, now, sheet, looking }),
          ({ written }) => written,
        )
        if (request.query.preview === true || report.problems.length === 0) return report
        return problem(
          refusal(
            'badInput',
            `表格有 ${report.found.problems} 处问题，一行也没有写入`,
            `the sheet has ${report.found.problems} problems: not a row was written`,
          ),
          report.problems.map(({ row, cell, because }) => ({ field: cell ?? `row ${row}`, because })),
        )
      }),
  )
}

/** The community whose members somebody reads: that of their post. */
const communityOf = (actor: Actor): string | undefined => (isOfCommunity(actor) ? actor.unit : undefined)

const notYours = refusal(
  'notYou',
  '党员名单只给党支部所在社区的岗位看',
  'who the members are is for the posts of the branch’s community alone',
)
const noBranch = refusal('notFound', '本社区没有这个党支部', 'your community has no such branch')
const noMember = refusal('notFound', '这个党支部没有这位党员', 'the branch has no such member')
