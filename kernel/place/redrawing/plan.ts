import type { Connection } from '../../database/open.ts'
import { isRefusal, type Refusal, refusal } from '../../flow/refusal.ts'
import { takenNames } from '../store/check.ts'
import { tolerated } from '../store/gaps.ts'
import type { Redrawing } from './contract.ts'
import { postsDueFrom } from './posts.ts'
import { cutBy, dedicatedIn, endOf, type Shape, type StandingGrid, standingGrids, together } from './shapes.ts'

/** What a change of boundaries comes to: each grid that is there afterwards with its shape, what ends, and what goes along. */
export interface Plan {
  grids: { grid: Omit<StandingGrid, 'starts'>; shape: Shape }[]
  /** The grid that ends, if all of it goes. */
  ends: string | undefined
  /** The grids whose parent is the receiver from then on. */
  follow: string[]
}

/** A field of what was asked, and why it cannot be. */
export interface Wrong {
  field: string
  refused: Refusal
}
const wrong = (field: string, zh: string, en: string): Wrong => ({ field, refused: refusal('badInput', zh, en) })

/** At most so many days ahead. */
const ahead = 366

/** What a change of boundaries would come to as of a day, or what is wrong with it. The caller holds the lock of the rules. */
export async function planOf(connection: Connection, district: string, asked: Redrawing, today: string): Promise<Plan | Wrong> {
  const { grid: code, to, on, part } = asked
  const last = Temporal.PlainDate.from(today).add({ days: ahead }).toString()
  if (on < today || on > last)
    return wrong(
      'on',
      `从今天到 ${last} 之间选一天：过去的事项留在当时的网格`,
      `a day from today to ${last}: what is past stays where it was`,
    )
  const { grids, below } = await standingGrids(connection, district, [code, to])
  const [grid, receiver] = [grids.get(code), grids.get(to)]
  if (!grid) return wrong('grid', '没有这个基础网格，或已停用', 'there is no such base grid, or it has ended')
  if (grid.level === 1)
    return wrong('grid', '一级网格就是社区，随社区边界导入调整', 'a level-1 grid is its community: it changes with that')
  const unfit = await mayNotReceive(connection, district, grid, receiver, asked)
  if (unfit) return unfit
  const own = below.filter(({ parent }) => parent === code).map((one) => one.code)
  const divided = await divide(connection, district, grid, part, own)
  if ('refused' in divided) return divided
  const { taken, rest, along } = divided
  const late = notBefore(
    on,
    below.filter((one) => along.includes(one.code)),
  )
  if (late) return late
  const whole = await together(connection, district, receiver ? [to] : [], taken.polygons)
  if (receiver) {
    const before = await together(connection, district, [to])
    if (whole.parts > before.parts)
      return wrong('to', `这部分与${receiver.name}不相邻`, `that part does not touch ${receiver.name}`)
  }
  const made = receiver ?? { ...grid, code: to, name: asked.name ?? to }
  return {
    grids: [...(rest ? [{ grid, shape: rest }] : []), { grid: made, shape: whole }],
    ends: rest ? undefined : code,
    follow: [...along, ...(await dedicatedIn(connection, district, code, rest && taken.polygons))],
  }
}

/** What was decided first holds first: nothing that changes or begins on a day changes before it. */
function notBefore(on: string, grids: readonly Pick<StandingGrid, 'name' | 'starts'>[]): Wrong | undefined {
  const late = grids.find(({ starts }) => starts > on)
  return (
    late &&
    wrong(
      'on',
      `${late.name}定于 ${late.starts} 调整或启用，不能赶在它前面：请选那天或以后`,
      `${late.name} changes or begins on ${late.starts}, as was decided: choose ${late.starts} or later`,
    )
  )
}

async function mayNotReceive(
  connection: Connection,
  district: string,
  grid: StandingGrid,
  receiver: StandingGrid | undefined,
  { to, name, part, on }: Redrawing,
): Promise<Wrong | undefined> {
  if (to === grid.code) return wrong('to', '请选另一个网格', 'choose another grid')
  if (name !== undefined) {
    const [taken] = await takenNames(connection, district, [to])
    if (taken) return wrong('to', `编码“${to}”已有人用（${taken.target}）`, `the code "${to}" is taken by ${taken.target}`)
    const ends = await endOf(connection, district, to)
    if (ends !== undefined && ends > on)
      return wrong(
        'to',
        `编码“${to}”的网格到 ${ends} 才停用，请另取编码`,
        `the grid "${to}" stands until ${ends}: take another code`,
      )
    return part ? notBefore(on, [grid]) : wrong('part', '请画出分出去的部分', 'say which part becomes the new grid')
  }
  if (!receiver)
    return wrong('to', '没有这个基础网格；要分出新网格，请填名称', 'there is no such base grid: give a name to make a new one')
  if (receiver.level !== grid.level) return wrong('to', '只能与同级网格调整', 'only between grids of one level')
  if (receiver.community !== grid.community || receiver.parent !== grid.parent)
    return wrong(
      'to',
      `${receiver.name}属于另一个上级网格：不能越过社区或小区的边界`,
      `${receiver.name} lies in another grid: no boundary crosses that of its community or estate`,
    )
  const late = notBefore(on, [grid, receiver])
  if (late) return late
  if (!part && grid.starts >= on)
    return wrong(
      'on',
      `${grid.name}从 ${grid.starts} 才开始，之后才能并出去`,
      `${grid.name} begins on ${grid.starts}: it can end after that`,
    )
  const due = part ? undefined : await postsDueFrom(connection, district, grid.code)
  if (due !== undefined)
    return wrong(
      'part',
      `${grid.name}从 ${due} 起分出新网格，岗位到那天才随之分出：那天之后再并出去`,
      `a part of ${grid.name} becomes a new grid on ${due}, with its posts: it can end when that is done`,
    )
  return undefined
}

interface Divided {
  taken: Shape
  /** What the grid keeps; nothing where all of it goes. */
  rest: Shape | undefined
  along: string[]
}

async function divide(
  connection: Connection,
  district: string,
  grid: StandingGrid,
  part: Redrawing['part'],
  own: readonly string[],
): Promise<Divided | Wrong> {
  if (!part) return { taken: await together(connection, district, [grid.code]), rest: undefined, along: [...own] }
  const divided =
    'line' in part ? await byLine(connection, district, grid, part, own) : await byGrids(connection, district, part.below, own)
  if ('refused' in divided) return divided
  if (divided.taken.area > tolerated && divided.rest && divided.rest.area > tolerated) return divided
  return wrong(
    'part',
    `${grid.name}或分出去的部分几乎什么也不剩`,
    `hardly anything would be left of ${grid.name}, or of the part that goes`,
  )
}

async function byLine(
  connection: Connection,
  district: string,
  { code, name }: StandingGrid,
  part: Extract<NonNullable<Redrawing['part']>, { line: unknown }>,
  own: readonly string[],
): Promise<Divided | Wrong> {
  if (own.length > 0)
    return wrong('part', `${name}里还有下级网格：请选哪些下级网格划过去`, `${name} has grids in it: choose which of them go`)
  const { before, pieces } = await cutBy(connection, district, code, part)
  if (pieces.length === before)
    return wrong(
      'part.line',
      '这条线没有把网格切开：从边界外画到边界外',
      'the line does not cut the grid: draw it from outside to outside',
    )
  if (pieces.length > before + 1)
    return wrong(
      'part.line',
      `这条线把网格切成了 ${pieces.length} 块：只切一刀`,
      `the line cuts the grid into ${pieces.length}: cut once`,
    )
  const taken = pieces.filter(({ here }) => here)
  const [piece] = taken
  if (!piece) return wrong('part.at', '请点在网格里、要划过去的那一边', 'point into the grid, on the side that goes')
  const rest = pieces.filter((one) => one !== piece)
  return {
    taken: piece,
    rest: { polygons: rest.flatMap(({ polygons }) => polygons), area: rest.reduce((sum, { area }) => sum + area, 0) },
    along: [],
  }
}

async function byGrids(
  connection: Connection,
  district: string,
  below: readonly string[],
  own: readonly string[],
): Promise<Divided | Wrong> {
  const strange = below.find((code) => !own.includes(code))
  if (strange !== undefined) return wrong('part.below', `“${strange}”不在这个网格里`, `"${strange}" does not lie in this grid`)
  const kept = own.filter((code) => !below.includes(code))
  if (kept.length === 0)
    return wrong('part.below', '至少留下一个下级网格；全部划走请选合并', 'leave one of them: to give all of it, merge')
  return {
    taken: await together(connection, district, below),
    rest: await together(connection, district, kept),
    along: [...below],
  }
}

export const isWrong = (planned: Plan | Wrong): planned is Wrong => 'refused' in planned && isRefusal(planned.refused)
