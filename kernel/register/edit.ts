import type { Static, TSchema } from 'typebox'
import type { Connection } from '../database/open.ts'
import { retrying } from '../database/retry.ts'
import { within } from '../database/within.ts'
import type { House } from '../flow/house.ts'
import { type Refusal, refusal } from '../flow/refusal.ts'
import { settleKey, takeKey } from '../flow/store/keys.ts'
import type { Actor } from '../people/actor.ts'
import { lockRules, raiseRules } from '../place/rules.ts'
import { recordMany } from '../record/event.ts'
import { dayOf } from '../time/zone.ts'
import { keyedHash } from '../vault/cipher.ts'
import { type Act, changeOf } from './change.ts'
import { type EntryFlaw, ownerOf, type Register } from './define.ts'
import { reachOf } from './reach.ts'
import { allEntries, type Kept, keepEntries, type Read } from './store.ts'

/** A register, with the way to find out what its rules need to know. */
export interface Served<Schema extends TSchema, Facts> {
  register: Register<Schema, Facts>
  facts: (connection: Connection, district: string, day: string) => Promise<Facts>
}

/** One entry as somebody wants it to be: based on the version that they saw, 0 for a new one. */
export interface Wanted<Entry> {
  key: string
  entry: Entry
  ends: string | null
  basedOn: number
}

export interface Edit<Entry> {
  actor: Actor
  act: Act
  /** Chosen by the sender, the same again for the same edit. */
  key: string
  /** What was sent, for telling a repeat from another edit under the same key. */
  sent: unknown
  /** What is to change, seeing what stands. */
  wanted: (standing: ReadonlyMap<string, Read<Entry>>) => readonly Wanted<Entry>[] | Refusal
  /** A rule of the capability found that whoever asks may do just this, wherever their post reaches in the register. */
  granted?: true
  /** Looks only: nothing is written, whatever comes out; what is right is told beside what is wrong. */
  preview?: boolean
}

/**
 * What is wrong with one of the wanted entries; `theirs` where somebody else changed it meanwhile, `beyond` where it is not for this
 * post to change.
 */
export interface Wrong<Entry> extends EntryFlaw {
  index: number
  beyond?: true
  theirs?: Kept<Entry>
}

export interface Edited<Entry> {
  /** Whether it was carried out under the same key before; then nothing else is told here. */
  repeated: boolean
  wrong: Wrong<Entry>[]
  /** The wanted entries as they are now, whether they changed or not, with what each was before; by their place in what was wanted. */
  entries: (Kept<Entry> & { index: number; before: Kept<Entry> | undefined; changed: boolean })[]
}

/**
 * Carries out an edit of a register: the one way in which its entries change. One transaction: key, lock, rules, rows, events,
 * and the raised version of the district's rules. All of it is written, or nothing.
 */
export async function edit<Schema extends TSchema, Facts>(
  house: House,
  served: Served<Schema, Facts>,
  asked: Edit<Static<Schema>>,
): Promise<Edited<Static<Schema>> | Refusal> {
  const { district } = asked.actor
  const done = await retrying(() =>
    within(
      house.database,
      { as: 'command', district },
      (connection) => carryOut(connection, house, served, asked),
      (outcome) => 'entries' in outcome && outcome.wrong.length === 0 && !asked.preview,
    ),
  )
  if ('entries' in done && done.wrong.length === 0 && !asked.preview) house.stirred(district)
  return done
}

async function carryOut<Schema extends TSchema, Facts>(
  connection: Connection,
  { clock, ring }: House,
  { register, facts }: Served<Schema, Facts>,
  { actor, act, key, sent, wanted: want, granted, preview = false }: Edit<Static<Schema>>,
): Promise<Edited<Static<Schema>> | Refusal> {
  const { district } = actor
  const now = clock()
  const fingerprint = keyedHash(ring, 'fingerprint', JSON.stringify([register.name, act, sent]))
  const token = { district, scope: actor.id, key, fingerprint, item: register.name, command: act }
  const earlier = preview ? undefined : await takeKey(connection, token, now)
  if (earlier && earlier.fingerprint !== fingerprint)
    return refusal('keyReused', '这个请求编号已用于另一个操作', 'this Idempotency-Key was used for another edit')
  if (earlier) return { repeated: true, wrong: [], entries: [] }

  await lockRules(connection, district)
  const standing = await allEntries(connection, register, district)
  const wanted = want(standing)
  if ('state' in wanted) return wanted
  const found = wanted.map((one, index) => {
    const before = standing.get(one.key)
    return { one, index, before, change: changeOf(register, { key: one.key, act, by: actor, now }, before, one) }
  })
  const today = dayOf(now)
  const after = new Map([...standing].map(([code, kept]): [string, Pick<Kept<Static<Schema>>, 'entry' | 'ends'>] => [code, kept]))
  for (const one of wanted) after.set(one.key, one)
  const entries = new Map(
    [...after].filter(([, { ends }]) => ends === null || ends > today).map(([code, { entry }]) => [code, entry]),
  )
  const among = { entries, facts: await facts(connection, district, today) }
  const reach = granted ? () => undefined : await reachOf(connection, register, actor, today)
  const wrong = found.flatMap(({ one, index, before, change }): Wrong<Static<Schema>>[] => {
    const stale = staleness(one, before)
    // What stays as it is may stand in anybody's sheet.
    const touches = change !== undefined || stale !== undefined
    const owner = touches ? ownerOf(register, one.entry, among.facts) : undefined
    const flaws = act === 'end' || !change ? [] : (register.check?.(one.entry, among) ?? [])
    // Whose it is cannot be told of what is wrong: it is said what is, and it is nobody's.
    const untold = owner === undefined && before === undefined && flaws.length > 0
    const beyond = touches ? ((untold ? undefined : reach(owner)) ?? (before && reach(before.owner ?? undefined))) : undefined
    if (beyond) return [{ index, ...beyond, beyond: true }]
    const master = act !== 'import' && change ? register.masterOf?.((before ?? one).entry) : undefined
    if (master !== undefined) return [{ index, field: 'source', because: changedThere(master) }]
    if (stale) return [{ index, field: 'version', ...stale }]
    if (one.ends !== null && one.ends < today && one.ends !== before?.ends) return [{ index, field: 'ends', because: past }]
    // What stays as it is was right when it was written: a unit that has gone since is no reason to refuse the rest of a sheet.
    return flaws.map((flaw) => ({ index, ...flaw }))
  })
  if (wrong.length > 0 && !preview) return { repeated: false, wrong, entries: [] }

  const bad = new Set(wrong.map(({ index }) => index))
  const changes = found.filter(({ index }) => !bad.has(index))
  if (!preview) {
    const written = changes.flatMap(({ one, change }) => (change ? [{ key: one.key, ...change }] : []))
    const standings = written.map(({ key: code, standing: is }) => ({ key: code, ...is }))
    await keepEntries(connection, register, district, standings, among.facts)
    const told = written.flatMap(({ events }) => events)
    await recordMany(
      connection,
      told.map((one) => ({ ...one, leaving: { at: one.event.at, notices: [], places: [], parties: [] } })),
    )
    if (changes.some(({ change }) => change)) await raiseRules(connection, district)
    await settleKey(token, 1).execute(connection)
  }
  return {
    ...{ repeated: false, wrong },
    entries: changes.flatMap(({ one: { key: code }, before, change, index }) => {
      const is = change?.standing ?? before
      return is ? [{ ...is, key: code, index, before, changed: change !== undefined }] : []
    }),
  }
}

const past = { zh: '停用日期不能早于今天', en: 'it cannot end before today: what it held for has happened' }

/** Why an edit by hand is refused of what another system is master of. */
const changedThere = (system: string) => ({
  zh: `来自“${system}”：请在那里修改，再用表格导入`,
  en: `comes from "${system}": change it there, and import its sheet again`,
})

/** Why an edit comes too late, if somebody changed the entry since its sender saw it. */
function staleness<Entry>({ basedOn }: Wanted<Entry>, before: Kept<Entry> | undefined) {
  if (basedOn === (before?.version ?? 0)) return undefined
  if (!before) return { because: { zh: '没有这一项，新建时版本号应为 0', en: 'there is no such entry: a new one has version 0' } }
  if (basedOn === 0)
    return {
      because: {
        zh: '已有这个代码；要修改它，请先打开现有的内容',
        en: 'this code is taken: to change it, open it as it is first',
      },
      theirs: before,
    }
  return {
    because: {
      zh: `已被他人改到第 ${before.version} 版，您看到的是第 ${basedOn} 版；请对照后再保存`,
      en: `it was changed to version ${before.version} since you saw version ${basedOn}: compare, then save again`,
    },
    theirs: before,
  }
}
