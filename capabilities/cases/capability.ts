import type { RawBuilder } from 'kysely'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { standingAt } from '#capabilities/stations/index.ts'
import type { Connection } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { namedPhotos, strangePhotos, uploaderOn } from '#kernel/files/store.ts'
import type { Capability, House, Question } from '#kernel/flow/house.ts'
import { refusal } from '#kernel/flow/refusal.ts'
import { halfHidden } from '#kernel/flow/reveal.ts'
import { findItems } from '#kernel/flow/store/items.ts'
import { hasSent, scopeOfPhone } from '#kernel/flow/store/keys.ts'
import { codesMoveOn, freshCode } from '#kernel/people/codes.ts'
import { idOfNameless, isNameless, namelessOf } from '#kernel/people/nameless.ts'
import type { SendCode } from '#kernel/people/sendCode.ts'
import { cachedByRules } from '#kernel/place/rules.ts'
import { erasedAmong } from '#kernel/record/store/notices.ts'
import { isOfficeHours } from '#kernel/time/calendar.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'
import { openSecrets } from '#kernel/vault/store.ts'
import { mobileOf } from '#kernel/vault/telephone.ts'
import { callersMobile, codeGoesPastStaff } from './callersCode.ts'
import { Correct, GivenPlace, Merge, Report } from './contract/inputs.ts'
import type { Case } from './contract/item.ts'
import { followersLeft } from './decisions/following.ts'
import { isAstray } from './decisions/regridding.ts'
import { isDrawn } from './drawing.ts'
import { caseFlow } from './flow.ts'
import type { CaseFacts, Rulebook } from './rulebook.ts'
import { type Told, toldBy } from './search/lexemes.ts'
import { isSettled } from './settled.ts'
import { hasActed, hasSolved } from './store/acted.ts'
import { callerWrites } from './store/callers.ts'
import { idsOfFamily, mergedRightInto } from './store/merged.ts'
import { numberDispenser } from './store/numbers.ts'
import { originsOf } from './store/origins.ts'
import { isForgotten } from './store/outdated.ts'
import { filedAs, outerWrites } from './store/outer.ts'
import { findPlace, whereItLies } from './store/place.ts'
import { keepQuestion, questionToken } from './store/questions.ts'
import { ranLast } from './store/ranLast.ts'
import { readRulebook } from './store/rulebook.ts'
import { sideWrites } from './store/sides.ts'
import { tallyWrites } from './store/tallies.ts'
import { wordWrites } from './store/words.ts'
import type { Suggester } from './suggesting.ts'

/** The cases of the closed loop, with the way to find out what their decisions need to know. */
export interface Cases extends Capability<Case, CaseFacts> {
  flow: typeof caseFlow
  rulesOf: (connection: Connection, district: string) => Promise<Rulebook>
  suggester: Suggester
  /** The hashes by which the reporters' own words are found. */
  told: Told
  /** A case as it is, if this transaction sees it: for routes that show less of it than the whole. */
  itemOf: (connection: Connection, district: string, id: string) => Promise<Case | undefined>
}

/** Where nobody is told anything: a history that is written, not lived. */
const silent: SendCode = async () => ({})

export function casesIn(house: House, suggester: Suggester, trust?: number, sendCode = silent): Cases {
  const rulesOf = cachedByRules(house.clock, readRulebook, trust)
  const takeNumber = numberDispenser()
  const told = toldBy(house.ring)
  return {
    flow: caseFlow,
    rulesOf,
    suggester,
    told,
    itemOf: async (connection, district, id) => (await findItems(connection, caseFlow, district, [id]))[0]?.item,
    async facts(connection, question) {
      const { actor, now, calendar, sent } = question
      const { district } = actor
      const strange = await strangersPhotos(connection, house, question)
      if (strange) return strange
      const rules = await rulesOf(connection, district)
      const thing = sent?.name === 'report' && isReport(sent.input) ? sent.input.regards : undefined
      const regarded = thing && (await standingAt(connection, district, thing.code, dayOf(now)))
      // What stands somewhere is reported where it stands, whatever place comes with it.
      const given = regarded ? { point: pointOf(regarded) } : placeGiven(question)
      // What comes of it as a follower's own is as much theirs as what was filed for them.
      const erased = await erasedFollowers(connection, question)
      const follower =
        sent?.name === 'rate' || sent?.name === 'reopen'
          ? actor.id
          : sent?.name === 'withdraw' && question.item.state !== 'new'
            ? followersLeft(question.item, erased)[0]
            : undefined
      const into = (sent?.name === 'merge' || sent?.name === 'unmerge') && isMerge(sent.input) ? sent.input.parent : undefined
      const words = sent?.name === 'report' ? sent.found.find(({ field }) => field === 'words')?.value : undefined
      return {
        rules,
        officeHours: isOfficeHours(calendar, now),
        number: sent?.prepared ?? '',
        ...(goesByWork(question) && { acted: await hasActed(connection, question) }),
        ...(question.item.state === 'verifying' && { acted: await hasSolved(connection, question) }),
        ...(question.item.state !== 'new' &&
          isSettled(question.item) && { forgotten: await isForgotten(connection, question.item) }),
        ...(erased && { erased }),
        drawn: question.item.state !== 'new' && isDrawn(house.ring, question.item),
        codePastStaff: codeGoesPastStaff(question),
        ...(sent?.name === 'report' && { filedBefore: await filedAs(connection, district, sent.input) }),
        ...(regarded && { regarded }),
        ...(given && { located: await findPlace(connection, district, given, dayOf(now)) }),
        ...(question.item.state !== 'new' &&
          sent &&
          (movesAlong.has(sent.name) || bringsBack(sent) || isAstray(question.item, rules)) && {
            lies: await whereItLies(connection, question.item, rules, dayOf(now)),
          }),
        ...(words !== undefined && { suggested: suggester(rules, words) }),
        gistOf: (said) => suggester(rules, said)?.gist ?? [],
        ...(follower !== undefined && isNameless(follower) && { filedFor: await filedFor(connection, district, follower) }),
        ...(sent?.name === 'join' &&
          sent.device !== undefined && {
            reportedFromHere: await hasSent(connection, {
              ...{ district, scope: scopeOfPhone(house.ring, sent.device) },
              ...{ item: question.item.id, command: 'report' },
            }),
          }),
        ...(sent?.name === 'sendBack' &&
          question.item.state === 'verifying' && { ranLast: await ranLast(connection, question.item) }),
        ...(into !== undefined && { mergedThere: await mergedRightInto(connection, district, into) }),
      }
    },
    cameFrom: originsOf,
    // What turns out to be guarded takes along what hangs together with it.
    reachesAlso: async (connection, { district, name, id, input }) =>
      name === 'correct' && mayGuard(input) ? idsOfFamily(connection, district, id) : [],
    subject: (actor, item) => (actor.role === 'resident' ? actor.id : item.state === 'new' ? namelessOf(item.id) : item.reporter),
    prepare: async ({ name, actor }) => (name === 'report' ? takeNumber(house, actor.district) : undefined),
    alongside: (before, after, { found, input }) => [
      ...sideWrites(before, after),
      ...wordWrites(told, before, after, found),
      ...callerWrites(house.ring, before, after, found),
      ...tallyWrites(before, after),
      ...outerWrites(before, after),
      ...photoWrites(before, after, input),
      ...('continuedAs' in after && after.continuedAs !== undefined && before?.state !== 'withdrawn'
        ? [codesMoveOn(after.district, after.id, after.continuedAs, after.reporter)]
        : []),
    ],
    secret({ ring, clock, database }, { name, id, key, actor, input }) {
      const { district } = actor
      if (name === 'askReporter') {
        const token = questionToken(ring, district, id, key)
        const deliver = async () => {
          const phone = await within(database, { as: 'command', district }, (connection) =>
            reportersMobile(connection, ring, district, id),
          )
          if (phone !== undefined) await sendCode(district, phone, `/q/${token}`, 'question')
          return {}
        }
        return { told: {}, writes: keepQuestion(ring, { district, item: id, token }, clock()), deliver }
      }
      const party = name === 'report' ? (actor.role === 'resident' ? actor.id : namelessOf(id)) : actor.id
      if (!isNameless(party) || (name !== 'report' && name !== 'join')) return undefined
      const { code, write } = freshCode(ring, { district, flow: caseFlow.name, item: id, party }, key)
      const writes = [write]
      const phone = name === 'report' ? callersMobile(actor, input) : undefined
      if (phone === undefined) return { told: { queryCode: code }, writes }
      return { told: {}, writes, deliver: () => sentTo(phone, sendCode(district, phone, code, 'query')) }
    },
  }
}

/** The telephone that a question goes to, if it is still open and the telephone takes messages. */
async function reportersMobile(connection: Connection, ring: Keyring, district: string, id: string) {
  const [kept] = await findItems(connection, caseFlow, district, [id])
  const phone = kept?.item.staffReported || !kept?.item.question ? undefined : kept.item.phone
  if (phone === undefined) return undefined
  return mobileOf((await openSecrets(connection, ring, district, [phone])).get(phone) ?? '')
}

/** What the worker who made a code go out is told of it: where it went, and never what a demo would show. */
async function sentTo(phone: string, sending: ReturnType<SendCode>): Promise<{ codeSentTo: string }> {
  await sending
  return { codeSentTo: halfHidden(phone) }
}

/** Whether a rule asks who worked on it: once it is resolved, for those who check or call back. */
const goesByWork = ({ item, actor }: Question<Case>): boolean =>
  (item.state === 'resolved' || item.state === 'closed') && ['caller', 'gridLeader', 'communitySecretary'].includes(actor.role)

const named = Compile(Type.Object({ photos: Type.Array(Type.String()) }))
const namesPhotos = (input: unknown): input is { photos: string[] } => named.Check(input)

/** A command names photos that its sender uploaded, or that are on the case already; never somebody else's. */
async function strangersPhotos(connection: Connection, { ring }: House, { actor, item, sent }: Question<Case>) {
  if (!sent || !namesPhotos(sent.input)) return
  const there = item.state === 'new' ? [] : photosOn(item)
  const fresh = sent.input.photos.filter((id) => !there.includes(id))
  if (fresh.length === 0) return
  const uploaders = [actor.id, ...(sent.device === undefined ? [] : [uploaderOn(ring, sent.device)])]
  const strange = await strangePhotos(connection, actor.district, fresh, uploaders)
  if (strange.length === 0) return
  return refusal(
    'badInput',
    `有 ${strange.length} 张照片没有上传成功，请重新上传`,
    `${strange.length} photos are not yours or not there: upload them again`,
  )
}

/** The commands by which the open cases of a place go along with it. */
const movesAlong: ReadonlySet<string> = new Set(['regrid', 'restreet'])

/** Whether a command brings back what was done or declined, and went along with nothing meanwhile. */
const bringsBack = ({ name, input }: { name: string; input: unknown }): boolean =>
  ['reopen', 'uphold'].includes(name) || (['rate', 'check', 'callBack'].includes(name) && !isContent(input))

const isContent = (input: unknown): boolean =>
  typeof input === 'object' &&
  input !== null &&
  (('solved' in input && input.solved === true) || ('good' in input && input.good === true))

/** Who of those who follow a case was erased, for what asks all of them, or goes on as theirs. */
const erasedFollowers = async (connection: Connection, { item, sent }: Question<Case>) =>
  item.state !== 'new' && ['withdraw', 'rate', 'check'].includes(sent?.name ?? '')
    ? erasedAmong(connection, item.district, item.followers)
    : undefined

/** The case that was filed for somebody without an account, whose party is named by it; nothing where they joined by themselves. */
const filedFor = async (connection: Connection, district: string, party: string): Promise<Case | undefined> =>
  (await findItems(connection, caseFlow, district, [idOfNameless(party)]))[0]?.item

/** The write that notes which photos a change names: those of the case, and those that came with something said about it. */
function photoWrites(before: Case | undefined, after: Case, input: unknown): RawBuilder<unknown>[] {
  const were = new Set(before ? photosOn(before) : [])
  const fresh = [...photosOn(after), ...(namesPhotos(input) ? input.photos : [])].filter((id) => !were.has(id))
  return fresh.length > 0 ? [namedPhotos(after.district, fresh)] : []
}

const photosOn = (item: Case): readonly string[] => [...item.photos, ...('resolution' in item ? item.resolution.photos : [])]

const pointOf = ({ longitude, latitude }: { longitude: number; latitude: number }) =>
  ({ longitude, latitude, system: 'wgs84' }) as const

const report = Compile(Report)
const isReport = (value: unknown): value is Report => report.Check(value)
const merge = Compile(Merge)
const isMerge = (value: unknown): value is Merge => merge.Check(value)
const correction = Compile(Correct)
/** Whether a correction may come to guard a case: of urgency or kind alone none does. */
const mayGuard = (input: unknown): boolean =>
  correction.Check(input) && [input.category, input.concerns, input.place].some((said) => said !== undefined)
const place = Compile(GivenPlace)
const isPlace = (value: unknown): value is GivenPlace => place.Check(value)

function placeGiven({ sent }: Question<Case>): GivenPlace | undefined {
  if (sent?.name !== 'report' && sent?.name !== 'correct') return undefined
  const { input } = sent
  const given = typeof input === 'object' && input !== null && 'place' in input ? input.place : undefined
  return isPlace(given) ? given : undefined
}
