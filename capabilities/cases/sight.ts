import { sees } from '#kernel/flow/unseen.ts'
import type { Actor } from '#kernel/people/actor.ts'
import { reaches, roles } from '#kernel/people/roles.ts'
import type { Words } from '#kernel/words.ts'
import { leadOf, partiesOf, placesOfCase } from './columns.ts'
import type { Case } from './contract/item.ts'
import type { Standing } from './contract/seen.ts'
import { isPrivate, type Rulebook } from './rulebook.ts'

interface Sight {
  who: Words
  /** The reporter's own words, where exactly it is, and the photos that came with them. */
  words: boolean
  /** Name, telephone and home. `half` is `138****1234`, until a reason is given: then the whole, and the look is kept. */
  contact: 'whole' | 'half' | 'none'
  /** What workers say to each other, and the calls about limits. */
  inHouse: boolean
}

/** Who sees what of a case, by how they stand to it. Everybody here sees the matter, its place, its limits and its history. */
export const sight: Record<Standing, Sight> = {
  reporter: { who: { zh: '报单人', en: 'the reporter' }, words: true, contact: 'whole', inHouse: false },
  follower: { who: { zh: '附议人', en: 'a follower' }, words: false, contact: 'none', inHouse: false },
  handler: {
    who: {
      zh: '承办、协办岗位，所在网格、社区、街道，以及派单员、督办员、回访员',
      en: 'posts that hold or assist, the grids, community and street of the place; dispatcher, supervisor, call-back officer',
    },
    ...{ words: true, contact: 'half', inHouse: true },
  },
  private: {
    who: { zh: '民营承办单位（报单人同意时同承办岗位）', en: 'a private handling unit (as a handler, if the reporter agreed)' },
    ...{ words: true, contact: 'none', inHouse: true },
  },
  steward: {
    who: { zh: '楼栋长', en: 'building stewards, neighbours who help unpaid' },
    ...{ words: true, contact: 'none', inHouse: false },
  },
  former: {
    who: { zh: '曾经办理或被吹哨的单位', en: 'units that had it, or were called to it' },
    words: false,
    contact: 'none',
    inHouse: true,
  },
  overseer: { who: { zh: '区领导', en: 'district leaders' }, words: false, contact: 'none', inHouse: true },
}

/** What of the reporter somebody sees: a private unit is a handler where the reporter agreed to be told of. */
export const sightIn = (standing: Standing, { shareContact }: Pick<Case, 'shareContact'>): Sight =>
  sight[standing === 'private' && shareContact ? 'handler' : standing]

/** Whether somebody sees a case at all: as row-level security says, for decisions, which know those of the whole district. */
export const seesCase = (actor: Actor, item: Case): boolean =>
  sees({ places: placesOfCase, parties: partiesOf, guarded: (one: Case) => one.protected }, actor, item)

/** How somebody stands to a case. Whoever is none of these does not see it at all (`kernel.md`, who sees what). */
export function standingOf(item: Case, { id, role, unit, district }: Actor, rules: Rulebook): Standing {
  if (id === item.reporter) return 'reporter'
  if (item.followers.includes(id) || role === 'resident') return 'follower'
  if (role === 'leader') return 'overseer'
  if (role === 'steward') return 'steward'
  if (unit === undefined || unit === district || role === 'system') return 'handler'
  if (!handlingUnits(item).has(unit)) return 'former'
  return isPrivate(rules, unit) ? 'private' : 'handler'
}

/**
 * Where a case lies, as somebody is shown it. A resident who joined it learns no point, which may be somebody's own door; nor where
 * what they joined came back as their own.
 */
export const placeFor = ({ place, reporter, origin }: Case, { id, role }: Actor): Case['place'] =>
  role === 'resident' && (id !== reporter || origin !== undefined) ? { ...place, point: null } : place

/**
 * Who reads what others wrote whose reports were merged into a case: whoever handles it, also if they found it on patrol themselves.
 * A resident reads their own words only.
 */
export function readsMerged(item: Case, actor: Actor, rules: Rulebook): boolean {
  const standing = standingOf(item, actor, rules)
  if (standing !== 'reporter') return sightIn(standing, item).words
  // A danger that a resident withdraws goes on as staff's, and stays their report.
  if (actor.role === 'resident' || actor.unit === undefined) return false
  return item.staffReported && (actor.unit === actor.district || handlingUnits(item).has(actor.unit))
}

/** The units and grids that handle a case where they see it: where it lies, who keeps what it is about, who has it, leads it, or assists. */
export function handlingUnits(item: Case): ReadonlySet<string> {
  const { street, community, grid1, grid2, grid3, dedicated } = item.place
  const assisting = item.parts.filter(({ state }) => state !== 'relieved').map(({ unit }) => unit)
  const holder = 'holder' in item ? item.holder.unit : undefined
  const keeper = item.regards?.keeper?.unit
  const all = [street, community, grid1, grid2, grid3, dedicated, keeper, holder, leadOf(item), ...assisting]
  return new Set(all.filter((unit) => unit !== undefined))
}

/** Whether somebody sees whatever lies where a case does, and so also what was merged into it or split from it. */
export function seesItsPlace({ place }: Pick<Case, 'place'>, { role, unit, district }: Actor): boolean {
  const { street, community, grid1, grid2, grid3, dedicated } = place
  if (role === 'resident' || unit === undefined) return false
  return unit === district || [street, community, grid1, grid2, grid3, dedicated].includes(unit)
}

/** The page `docs/who-sees-what.md`, drawn from this table and that of the roles. */
export function whoSeesWhat(): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const yes = (is: boolean) => (is ? '✓' : '–')
  return [
    '# Who sees what',
    'Drawn from `capabilities/cases/sight.ts` and `kernel/people/roles.ts` by `node bin/docs.ts`; a test compares. Row-level security holds every statement of a read to the first table; the second decides what of a visible case is shown.',
    '## Which cases',
    [
      row(['岗位', 'role', 'sees']),
      row(['---', '---', '---']),
      ...Object.values(roles).map(({ zh, en, sees }) => row([zh, en, `${reaches[sees].en} · ${reaches[sees].zh}`])),
    ].join('\n'),
    [
      '- A case carries the units and grids where it lies, its holder, its lead, who assists, who was called, who had it before, and who keeps the station that it is about.',
      '- **About the chain itself**: the units and grids that it is about, and all below them on the way to the place, are taken off that list: they find it neither in lists nor by id nor in counts.',
      '- **Protected** (harm to minors, violence at home): only the dispatcher and the supervisor of the district, and the unit that leads.',
      '- **Searching**: whoever sees a case finds it by its number, place, category and what was done; by the reporter’s own words only whoever may read them (below).',
      '- Events, limits and secrets are seen only after the case itself was (`lookInto`).',
      '- **Merged into another**: whoever handles that one reads through it what these reporters wrote, where it is, with their photos, and nothing else of their cases; each look is theirs to see.',
    ].join('\n'),
    '## What of a case',
    [
      row(['身份', 'standing', 'words, photos', 'name, telephone, home', 'in-house notes']),
      row(['---', '---', '---', '---', '---']),
      ...Object.values(sight).map(({ who, words, contact, inHouse }) => row([who.zh, who.en, yes(words), contact, yes(inHouse)])),
    ].join('\n'),
    'Lists never open the vault. Each look at somebody else’s personal data is a row that is committed before the reply goes out, and that the reporter sees.',
    '',
  ].join('\n\n')
}
