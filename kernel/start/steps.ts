import { administrators, isRole, type Role } from '../people/roles.ts'
import { unitKinds } from '../place/kinds.ts'
import { words } from '../words.ts'
import type { StartStep } from './contract.ts'
import { counted, stepOf, unless } from './step.ts'

interface Grid {
  code: string
  parent: string | null
  community: string
  kind: string
  level: number
}

/** What stands in a district today, as far as its beginning asks. */
export interface Ground {
  day: string
  /** How many units there are of each kind. */
  units: Readonly<Record<string, number>>
  communities: readonly string[]
  grids: readonly Grid[]
  /** Who is at which post, and whether they have a password of their own yet. */
  posts: readonly { role: string; unit: string; account: string; came: boolean }[]
  /** The units that cases can be given to: bureaux, utilities, property companies. */
  handling: readonly string[]
  /** The last year of which the working calendar is known. */
  calendarUntil: number | undefined
}

export function placesStep({ units }: Ground): StartStep {
  const has = (kind: keyof typeof unitKinds) => units[kind] ?? 0
  return stepOf('places', {
    there: (['street', 'community', 'estate', 'bureau', 'utility', 'propertyCompany'] as const).map((kind) =>
      counted(has(kind), `个${unitKinds[kind].zh}`, unitKinds[kind].en, several[kind]),
    ),
    missing: [
      unless(has('street') > 0, '还没有街道', 'no street yet'),
      unless(has('community') > 0, '还没有社区', 'no community yet'),
      unless(has('bureau') + has('utility') > 0, '还没有承办单位（部门、专营单位）', 'no handling unit yet (bureaux, utilities)'),
    ],
    hints: [
      unless(has('estate') > 0, '还没有小区，居民只能按社区和定位报事', 'no estate yet: residents report by community or point'),
      unless(
        has('propertyCompany') > 0,
        '还没有物业企业，物业事项由社区主办',
        'no property company yet: communities lead their matters',
      ),
    ],
  })
}

const several = {
  ...{ street: 'streets', community: 'communities', estate: 'estates' },
  ...{ bureau: 'bureaux', utility: 'utilities', propertyCompany: 'property companies' },
} as const

export function gridsStep({ grids, communities }: Ground): StartStep {
  const without = communities.filter((code) => !grids.some(({ community }) => community === code)).length
  return stepOf('grids', {
    there: [
      counted(grids.filter(({ kind }) => kind === 'base').length, '个基础网格', 'base grid'),
      counted(grids.filter(({ kind }) => kind === 'dedicated').length, '个专属网格', 'dedicated grid'),
    ],
    missing: [
      unless(grids.length > 0, '还没有网格', 'no grid yet'),
      unless(grids.length === 0 || without === 0, `${without} 个社区没有网格`, `${without} communities without a grid`),
    ],
  })
}

export function peopleStep({ grids, posts, handling }: Ground): StartStep {
  const byCode = new Map(grids.map((grid) => [grid.code, grid]))
  const at = new Set(posts.map(({ role, unit }) => `${role}@${unit}`))
  const has = (role: Role) => posts.some((post) => post.role === role)
  const unattended = grids.filter((grid) => !isAttended(grid, byCode, at)).length
  const silent = handling.filter((unit) => !at.has(`clerk@${unit}`) && !at.has(`propertyManager@${unit}`)).length
  const people = new Set(posts.filter(isAtWork).map(({ account }) => account)).size
  return stepOf('people', {
    there: [counted(people, '人有岗位', 'person with a post', 'people with a post')],
    missing: [
      unless(people > 0, '还没有人有岗位', 'nobody has a post yet'),
      unless(has('dispatcher'), '没有派单员：无人承单的都会到这里', 'no dispatcher: what nobody takes comes there'),
      unless(has('supervisor'), '没有督办员', 'no supervisor'),
      unless(unattended === 0, `${unattended} 个网格没有人承单`, `${unattended} grids without an accepting post`),
      unless(silent === 0, `${silent} 个承办单位没有经办人`, `${silent} handling units without a clerk`),
    ],
    hints: [
      unless(has('caller'), '没有回访员，暂不做电话回访', 'no call-back officer: nobody is called back yet'),
      unless(
        has('securityAdmin'),
        '没有安全管理员：三员应由三个人担任',
        'no security administrator: three administrators are three people',
      ),
    ],
  })
}

const isAtWork = ({ role }: { role: string }) => isRole(role) && !administrators.has(role)

/** Whether somebody takes what is reported in a grid: its own worker, one of the grids above it, or the community’s secretary. */
function isAttended(grid: Grid, grids: ReadonlyMap<string, Grid>, at: ReadonlySet<string>): boolean {
  if (at.has(`gridWorker@${grid.code}`) || at.has(`communitySecretary@${grid.community}`)) return true
  const above = grid.parent === null ? undefined : grids.get(grid.parent)
  return above !== undefined && above.level < grid.level && isAttended(above, grids, at)
}

export function calendarStep({ day, calendarUntil }: Ground): StartStep {
  const year = Number(day.slice(0, 4))
  const known = calendarUntil !== undefined && calendarUntil >= year
  return stepOf('calendar', {
    there: [calendarUntil !== undefined && words(`知道到 ${calendarUntil} 年底`, `known to the end of ${calendarUntil}`)],
    missing: [
      unless(
        known,
        `还没有 ${year} 年的工作日历，时限只能按周一至周五算`,
        `no working calendar of ${year}: limits go by Monday to Friday`,
      ),
    ],
    hints: [
      // The State Council announces the next year’s holidays about then.
      unless(
        !known || calendarUntil > year || day.slice(5) < '11-01',
        `${year + 1} 年的放假安排公布后请补上`,
        `add ${year + 1} once its holidays are announced`,
      ),
    ],
  })
}

/** The first have come: somebody who takes reports, and the dispatcher. Who has not yet is told, and holds nothing up. */
export function inviteStep({ posts }: Ground): StartStep {
  const atWork = posts.filter(isAtWork)
  const came = new Set(atWork.filter((one) => one.came).map(({ account }) => account)).size
  const waited = new Set(atWork.filter((one) => !one.came).map(({ account }) => account)).size
  const hasCome = (...roles: Role[]) => atWork.some((one) => one.came && roles.some((role) => role === one.role))
  return stepOf('invite', {
    there: [counted(came, '人登录过', 'person has signed in', 'people have signed in')],
    missing: [
      unless(
        hasCome('gridWorker', 'communitySecretary'),
        '还没有网格员或社区书记登录过',
        'no grid worker or secretary has signed in yet',
      ),
      unless(hasCome('dispatcher'), '派单员还没有登录过', 'the dispatcher has not signed in yet'),
    ],
    hints: [counted(waited, '人还没有登录过', 'person has not signed in yet', 'people have not signed in yet')],
  })
}
