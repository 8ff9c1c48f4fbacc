import { type Hand, sheetSent } from '#testing/stage.ts'
import type { Person } from '../cast.ts'
import { after, bodyOf, type Maker, type Makers } from '../kit.ts'

/** The branch of 梅园. */
export const branch = {
  ...{ code: 'branch', name: '梅园小区党支部', kind: 'solo', community: 'garden', estates: ['plum'], secretary: '林梅' },
  ...{ committee: [], groups: [], households: [], foundedOn: '2024-07-01' },
}

export const area = { kind: 'lampRow', where: '3号楼东边', promise: '每周看一次' }

/** Another estate of 花园社区: each has one branch at most. */
export async function newEstate(handOf: (person: Person) => Promise<Hand>, name: string): Promise<string> {
  const estate = { code: `estate-of-${name}`, kind: 'estate', name: `小区 ${name}`, parent: 'garden' }
  bodyOf(await (await handOf('systemAdmin')).post('/api/units', estate))
  return estate.code
}

/** What 邻居 declares, who has one at most. */
const declared: Maker<'branch'> = async ({ subject, handOf, post }) => {
  await subject('branch')
  const { id, view } = bodyOf(await (await handOf('neighbour')).get('/api/declarations/mine'))
  if (view?.item.mine === undefined) await post('neighbour', '/api/declarations', { estate: 'plum', kind: 'unposted' })
  return id
}

/** The branch, somebody on its list, and what 邻居 declares and looks after. */
export const subjects = {
  branch: ({ entryOf }) => entryOf('branches', 'communitySecretary', branch, branch.code),
  'branch to end': async ({ handOf, entryOf, next }) => {
    const code = `branch-${next()}`
    const estate = await newEstate(handOf, code)
    return entryOf('branches', 'communitySecretary', { ...branch, code, name: `支部 ${code}`, estates: [estate] }, code)
  },
  member: async ({ stage, subject, handOf, next }) => {
    await subject('branch')
    const secretary = await handOf('communitySecretary')
    const text = `branch,name,system,number,asOf\n${branch.code},林一心,党员系统,${next()},2026-03-01`
    bodyOf(await sheetSent(stage, secretary, '/api/branch-members/sheet', text))
    return bodyOf(await secretary.get(`/api/branch-members/${branch.code}`)).rows[0].id
  },
  declaration: declared,
  'declaration with an area': after(declared, ({ post }, id) => post('neighbour', `/api/declarations/${id}/claimArea`, area)),
} satisfies Makers<'branch'>
