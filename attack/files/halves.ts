import { readCsv, writeCsv } from '#kernel/register/sheet/csv.ts'
import { branch } from '../matrix/branches/subjects.ts'
import { expected } from '../matrix/expected.ts'
import type { furnishedDistrict } from '../world.ts'
import type { Way } from './ways.ts'

/** A file that could be written, and the same with something wrong behind that: of it nothing may be. */
export interface Halves {
  right: Buffer
  half: Buffer
}

type World = Awaited<ReturnType<typeof furnishedDistrict>>

/** Columns whose words one may change in any entry of a register. */
const words = ['name.zh', 'name', 'called', 'about']

/** For a sheet or a file of places: what would be written alone, and with what keeps all of it from being written. None for a photo. */
export async function halvesFor(world: World, { route, kind, person, what }: Way): Promise<Halves | undefined> {
  if (kind === 'photo') return
  if (kind === 'places') return placesOf(what ?? '')
  if (route === 'POST /api/people/sheet')
    return sheets([
      ['姓名', '电话或账号', '岗位', '单位或网格'],
      ['新来', `newcomer.${world.district}`, '网格员', 'g-plum'],
      ['', `nameless.${world.district}`, '皇帝', 'nowhere'],
    ])
  if (route === 'POST /api/branch-members/sheet') {
    await world.idsOf({ at: { branch: 'branch' } })
    return sheets([
      ['branch', 'name', 'system', 'number', 'asOf'],
      [branch.code, '新来', '党员系统', 'N-1', '2026-03-01'],
      ['no-such-branch', '无处', '党员系统', 'N-2', 'yesterday'],
    ])
  }
  const path = route.slice('POST '.length, -'/sheet'.length)
  const one = expected[`GET ${path}/{key}`]
  if (one) await world.idsOf(one)
  const cookie = world.hands.get(person)?.cookie ?? ''
  const reply = await world.app.inject({ url: `${path}.csv`, headers: { 'linli-district': world.district, cookie } })
  const rows = readCsv(reply.body.replace(/^\uFEFF/, ''))
  if (!Array.isArray(rows)) return
  const [head, entry] = rows.map(({ cells }) => cells)
  const at = words.map((word) => head?.indexOf(word) ?? -1).find((column) => column >= 0)
  if (!head || !entry || at === undefined) return
  return sheets([head, entry.with(at, `${entry[at]}改`), entry.with(2, 'No Code !').with(0, '')])
}

const sheets = ([head = [], right = [], wrong = []]: string[][]): Halves => ({
  right: Buffer.from(writeCsv([head, right])),
  half: Buffer.from(writeCsv([head, right, wrong])),
})

function placesOf(what: string): Halves {
  const feature = (properties: object, ring?: number[][]) => ({
    type: 'Feature',
    properties,
    geometry: ring ? { type: 'Polygon', coordinates: [ring] } : null,
  })
  const [west, east, south, north] = [119.001, 119.003, 36.001, 36.003]
  const square = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  const bowTie = [square[0] ?? [], square[2] ?? [], square[1] ?? [], square[3] ?? [], square[0] ?? []]
  const ofGrid = { level: 3, community: 'garden', parent: 'g-plum', kind: 'dedicated' }
  const [right, wrong] =
    what === 'grids'
      ? [
          feature({ code: 'g-new', name: '新网格', ...ofGrid }, square),
          feature({ code: 'g-odd', name: '怪网格', ...ofGrid }, bowTie),
        ]
      : [
          feature({ code: 'plum-9', name: '9号楼', kind: 'building', parent: 'plum' }),
          feature({ code: 'plum-10', name: '10号楼', kind: 'building', parent: 'nowhere' }, bowTie),
        ]
  const file = (...features: object[]) => Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))
  return { right: file(right), half: file(right, wrong) }
}
