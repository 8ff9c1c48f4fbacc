import sharp from 'sharp'
import { namesBy } from '#bin/house.ts'
import { categories } from '#capabilities/cases/catalogue/categories.ts'
import { proposeSpecials } from '#capabilities/specials/store/propose.ts'
import { folderStore, keepPhoto } from '#kernel/files/store.ts'
import { deliver } from '#kernel/record/deliver.ts'
import { testFolder } from '#testing/folder.ts'
import { type Answer, attached, type Hand, lampReport, sheetSent } from '#testing/stage.ts'
import { shop } from './applications/subjects.ts'
import { branch } from './branches/subjects.ts'
import type { Person, Stage } from './cast.ts'
import { committee, committeeKind, type MeetingState, meetingOf, meetingSteps, specialCommittee } from './committees/subjects.ts'
import { type ErrandState, errandFiled, errandItem, errandRequest, errandWays, errandWithPaper } from './errands/subjects.ts'
import { group, network, partTime, reinforcement } from './grids/subjects.ts'
import { station } from './stations/subjects.ts'

/** The states in which cases are knocked at; `published`: resolved, and told to everybody. */
export type CaseState =
  | 'reported'
  | 'accepted'
  | 'triage'
  | 'dispatched'
  | 'handling'
  | 'suspended'
  | 'ledger'
  | 'verifying'
  | 'contested'
  | 'resolved'
  | 'published'
  | 'closed'
  | 'declined'
  | 'appealed'
  | 'merged'

interface Way {
  /** The state before. */
  after: CaseState
  by: Person
  command: string
  input?: object
}

const solved = { outcome: 'solved', done: '已更换灯泡' }
const assisting = [
  { unit: 'power', task: '断电' },
  { unit: 'property-1', task: '开门' },
]
const court = { reason: 'court', words: '已在法院' }

/** How a case comes to each state that commands leave: by whose command, from which. Where it lies is 梅园, and 区综合行政执法局 leads. */
const ways: Record<Exclude<CaseState, 'reported'>, Way> = {
  accepted: { after: 'reported', by: 'gridWorker', command: 'accept' },
  triage: { after: 'accepted', by: 'gridWorker', command: 'escalate', input: { words: '请协调' } },
  dispatched: { after: 'accepted', by: 'gridWorker', command: 'dispatch', input: { lead: 'urban', assisting } },
  handling: { after: 'dispatched', by: 'clerk', command: 'receive' },
  suspended: { after: 'handling', by: 'supervisor', command: 'grantSuspension' },
  ledger: {
    after: 'handling',
    by: 'supervisor',
    command: 'enterLedger',
    input: { leader: '杨区长', plan: '列入改造', missing: '资金' },
  },
  verifying: { after: 'handling', by: 'clerk', command: 'resolve', input: solved },
  resolved: { after: 'verifying', by: 'gridWorker', command: 'verify' },
  contested: { after: 'accepted', by: 'gridWorker', command: 'proposeDecline', input: court },
  published: { after: 'resolved', by: 'communitySecretary', command: 'approve', input: { summary: '路灯已修好' } },
  closed: { after: 'resolved', by: 'reporter', command: 'rate', input: { solved: true, level: 5 } },
  declined: { after: 'reported', by: 'dispatcher', command: 'decline', input: court },
  appealed: { after: 'declined', by: 'reporter', command: 'appeal', input: { words: '请再看看' } },
  merged: { after: 'accepted', by: 'gridWorker', command: 'merge' },
}

/** What may be knocked at: a case in some state, a special task, a bulletin, an account … Made when first asked for, and again when spent. */
export type SubjectKind =
  | `case ${CaseState}`
  | `special ${'proposed' | 'taken'}`
  | 'bulletin'
  | 'branch'
  | 'member'
  | 'declaration'
  | 'station'
  | 'station photo'
  | `application ${'applied' | 'visited' | 'approved'}`
  | 'network'
  | 'committeeKind'
  | 'committee'
  | `meeting ${MeetingState}`
  | `task ${'assigned' | 'done'}`
  | 'errandItem'
  | 'errandWithPaper'
  | `errand ${ErrandState}`
  | `errand filed${'' | ' done'}`
  | 'visit'
  | `portrait ${'agreed' | 'shown'}`
  | 'group'
  | 'reinforcement'
  | 'partTime'
  | `hsds ${'organizations' | 'services' | 'service_at_locations' | 'taxonomies' | 'taxonomy_terms'}`
  | 'webhook'
  | 'delivery'
  | 'account'
  | 'post'
  | 'view'

const bodyOf = ({ status, body }: Answer) => {
  if (status !== 200) throw new Error(`the world could not be made: ${JSON.stringify(body)}`)
  return body
}

/** Makes what is knocked at, and keeps it until it is spent. */
export function subjectsOf(stage: Stage, handOf: (person: Person) => Promise<Hand>) {
  const { database, district, clock, house, cases } = stage
  const kept = new Map<SubjectKind, string>()
  const photos = new Map<string, string>()
  let count = 0
  let specials = 0
  const key = () => ({ 'idempotency-key': `subject ${district} ${count++}` })

  async function caseIn(state: CaseState): Promise<string> {
    if (state === 'reported') return bodyOf(await (await handOf('reporter')).send('report', '', lampReport())).id
    const way: Way = ways[state]
    const id = await caseIn(way.after)
    const hand = await handOf(way.by)
    if (state === 'suspended') {
      const asked = { reason: 'reporter', until: '2026-03-06', words: '等居民回家' }
      bodyOf(await (await handOf('clerk')).send('askSuspension', id, asked))
    }
    if (state === 'ledger') bodyOf(await (await handOf('clerk')).send('askLedger', id, { missing: '资金', plan: '明年改造' }))
    if (state === 'verifying')
      for (const { unit } of assisting) bodyOf(await (await handOf('clerk')).send('relieve', id, { unit, words: '不再需要' }))
    bodyOf(await hand.send(way.command, id, { ...way.input, ...(await more(state, id)) }))
    return id
  }

  /** What an input needs that has to be made first. */
  async function more(state: CaseState, id: string): Promise<object> {
    if (state === 'merged') return { parent: await caseIn('accepted') }
    if (state !== 'verifying' && state !== 'published') return {}
    const shown = state === 'verifying' ? await photo() : photoOf(id)
    photos.set(id, shown)
    return { photos: [shown] }
  }

  /** The photo that a case was resolved with, or a task reported done. */
  function photoOf(id: string): string {
    const known = photos.get(id)
    if (known === undefined) throw new Error('this was not done with a photo')
    return known
  }

  async function photo(by = 'cast-clerk'): Promise<string> {
    const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'grey' } })
      .jpeg()
      .toBuffer()
    const store = folderStore(testFolder)
    return keepPhoto({ database, store, ring: house.ring }, district, { jpeg, width: 40, height: 30 }, by, clock.now())
  }

  async function special(): Promise<string> {
    const secretary = await handOf('communitySecretary')
    const old = new Set((bodyOf(await secretary.get('/api/specials')).rows as { id: string }[]).map(({ id }) => id))
    const category = specialCategories[specials++ % specialCategories.length]
    for (let times = 0; times < 3; times += 1)
      bodyOf(await (await handOf('reporter')).send('report', '', lampReport({ category })))
    await proposeSpecials(house, district, namesBy(cases))
    const fresh = (bodyOf(await secretary.get('/api/specials')).rows as { id: string }[]).find(({ id }) => !old.has(id))
    if (!fresh) throw new Error(`no special task was proposed for ${category}`)
    return fresh.id
  }

  /** A new entry of a register. */
  async function entryOf(path: string, by: Person, entry: object, code: string): Promise<string> {
    return bodyOf(await (await handOf(by)).put(`/api/registers/${path}/${code}`, { entry, version: 0 })).view.key
  }

  /** A meeting of a committee of its own; for what happens at a meeting, its time has come. */
  async function meeting(state: MeetingState): Promise<string> {
    await subject('committee')
    const [admin, desk, code] = [await handOf('systemAdmin'), await handOf('streetDesk'), `special-${count++}`]
    const own = { code, name: { zh: `物业 ${code}`, en: 'property' }, about: '物业服务' }
    bodyOf(await admin.put(`/api/registers/committee-kinds/${code}`, { entry: own, version: 0 }))
    bodyOf(await desk.put(`/api/registers/committees/${code}`, { entry: specialCommittee(code), version: 0 }))
    const isToCome = state === 'planned' || state === 'called'
    const planned = meetingOf(code, clock.now(), isToCome ? 24 * 60 : 1)
    const { id } = bodyOf(await desk.post('/api/meetings', planned, key()))
    for (const [command, input] of meetingSteps[state]) {
      if (command === 'hold') clock.moveOn({ minutes: 1 })
      bodyOf(await desk.post(`/api/meetings/${id}/${command}`, input, key()))
    }
    return id
  }

  async function task(state: 'assigned' | 'done'): Promise<string> {
    const assigned = { meeting: await meeting('minuted'), item: 1, subject: '划线', holder: 'urban', limit: '2026-03-20' }
    const { id } = bodyOf(await (await handOf('streetDesk')).post('/api/tasks', assigned, key()))
    if (state === 'assigned') return id
    const shown = await photo()
    photos.set(id, shown)
    bodyOf(await (await handOf('clerk')).post(`/api/tasks/${id}/finish`, { did: '划好了', photos: [shown] }, key()))
    return id
  }

  async function make(kind: SubjectKind): Promise<string> {
    switch (kind) {
      case 'special proposed':
        return special()
      case 'special taken': {
        const id = await special()
        const secretary = await handOf('communitySecretary')
        bodyOf(await secretary.post(`/api/specials/${id}/take`, { plan: '逐盏更换', until: '2026-03-20' }, key()))
        return id
      }
      case 'bulletin': {
        const when = { from: '2026-03-03T09:00:00+08:00', until: '2026-03-03T17:00:00+08:00' }
        const body = { kind: 'water', what: '检修', places: ['plum'], ...when }
        return bodyOf(await (await handOf('communitySecretary')).post('/api/bulletins', body, key())).id
      }
      case 'branch':
        return entryOf('branches', 'communitySecretary', branch, branch.code)
      case 'member': {
        await subject('branch')
        const secretary = await handOf('communitySecretary')
        const text = `branch,name,system,number,asOf\n${branch.code},林一心,党员系统,${count++},2026-03-01`
        bodyOf(await sheetSent(stage, secretary, '/api/branch-members/sheet', text))
        return bodyOf(await secretary.get(`/api/branch-members/${branch.code}`)).rows[0].id
      }
      case 'declaration': {
        await subject('branch')
        const neighbour = await handOf('neighbour')
        const { id, view } = bodyOf(await neighbour.get('/api/declarations/mine'))
        if (view?.item.mine === undefined)
          bodyOf(await neighbour.post('/api/declarations', { estate: 'plum', kind: 'unposted' }, key()))
        return id
      }
      case 'station': {
        const code = `station-${count++}`
        return entryOf('stations', 'communitySecretary', { ...station, code, name: `驿站 ${code}` }, code)
      }
      case 'station photo': {
        const [code, id] = [await subject('station'), await photo('cast-communitySecretary')]
        const desk = await handOf('communitySecretary')
        bodyOf(await desk.post(`/api/stations/${code}/photos`, { id, caption: '门口' }))
        return id
      }
      case 'application applied':
        return bodyOf(await (await handOf('reporter')).post('/api/applications', shop, key())).id
      case 'application visited':
      case 'application approved': {
        const id = await make('application applied')
        const secretary = await handOf('communitySecretary')
        bodyOf(await secretary.post(`/api/applications/${id}/visit`, { visitedOn: '2026-03-02', found: '可以' }, key()))
        if (kind === 'application approved') bodyOf(await secretary.post(`/api/applications/${id}/approve`, {}, key()))
        return id
      }
      case 'visit': {
        await subject('network')
        const made = { on: '2026-03-02', done: [{ network: 'network', what: '巡查楼道' }] }
        return bodyOf(await (await handOf('gridWorker')).post('/api/visits', made, key())).id
      }
      case 'errandItem':
        return entryOf('errand-items', 'systemAdmin', errandItem, errandItem.code)
      case 'errandWithPaper':
        return entryOf('errand-items', 'systemAdmin', errandWithPaper, errandWithPaper.code)
      case 'errand requested':
        await subject('errandItem')
        return bodyOf(await (await handOf('reporter')).post('/api/errands', errandRequest, key())).id
      case 'errand filed':
      case 'errand filed done': {
        const [worker, isDone] = [await handOf('gridWorker'), kind === 'errand filed done']
        await subject(isDone ? 'errandItem' : 'errandWithPaper')
        const filed = isDone ? errandFiled : { ...errandFiled, item: errandWithPaper.code }
        const { id } = bodyOf(await worker.post('/api/errands/file', filed, key()))
        const does = async (command: string, input: object) =>
          bodyOf(await worker.post(`/api/errands/${id}/${command}`, input, key()))
        if (isDone) for (const command of ['submit', 'conclude']) await does(command, {})
        else {
          photos.set(id, await photo('cast-gridWorker'))
          await does('handOver', { paper: 0, to: 'helper', photo: photoOf(id) })
        }
        return id
      }
      case 'errand assigned':
      case 'errand collecting':
      case 'errand submitted':
      case 'errand rejected':
      case 'errand done':
      case 'errand confirmed': {
        const way = errandWays[kind]
        const id = await make(way.after)
        bodyOf(await (await handOf(way.by)).post(`/api/errands/${id}/${way.command}`, way.input ?? {}, key()))
        return id
      }
      case 'portrait agreed': {
        const worker = await handOf('gridWorker')
        const [known] = bodyOf(await worker.get('/api/portraits')).rows
        if (!known) return bodyOf(await worker.post('/api/portraits', {}, key())).id
        if (known.state === 'shown') bodyOf(await worker.post(`/api/portraits/${known.id}/takeDown`, {}, key()))
        return known.id
      }
      case 'portrait shown': {
        const id = await make('portrait agreed')
        const photo = await attached(stage, await handOf('gridWorker'))
        bodyOf(await (await handOf('gridWorker')).post(`/api/portraits/${id}/putPhoto`, { photo }, key()))
        photos.set(id, photo)
        return id
      }
      case 'network':
        return entryOf('networks', 'systemAdmin', network, network.code)
      case 'committeeKind':
        return entryOf('committee-kinds', 'systemAdmin', committeeKind, committeeKind.code)
      case 'committee':
        return entryOf('committees', 'streetDesk', committee, committee.code)
      case 'meeting planned':
      case 'meeting called':
      case 'meeting held':
      case 'meeting minuted':
        return meeting(kind.slice('meeting '.length) as MeetingState)
      case 'task assigned':
        return task('assigned')
      case 'task done':
        return task('done')
      case 'group':
        return entryOf('grid-groups', 'communitySecretary', group, group.grid)
      case 'reinforcement':
        return entryOf('reinforcements', 'communitySecretary', reinforcement, reinforcement.code)
      case 'partTime':
        return entryOf('part-time-grid-workers', 'communitySecretary', partTime, partTime.code)
      case 'webhook': {
        const body = { name: `热线 ${count++}`, address: 'https://example.org/hook' }
        return bodyOf(await (await handOf('systemAdmin')).post('/api/webhooks', body)).webhook.id
      }
      case 'delivery': {
        const webhook = await subject('webhook')
        await caseIn('reported')
        await deliver(database, district, clock.now())
        return bodyOf(await (await handOf('systemAdmin')).get(`/api/webhooks/${webhook}/deliveries`))[0].id
      }
      case 'account': {
        const made = await (await handOf('systemAdmin')).post('/api/people', {
          name: '新人',
          account: `new-${count++}.${district}`,
        })
        return bodyOf(made).id
      }
      case 'post': {
        const body = { account: await subject('account'), role: 'steward', unit: 'g-plum-1', starts: '2026-03-03' }
        return bodyOf(await (await handOf('systemAdmin')).post('/api/posts', body)).id
      }
      case 'view': {
        const body = { name: `我的 ${count++}`, query: 'scope=queue', shared: false }
        return bodyOf(await (await handOf('dispatcher')).post('/api/cases/views', body)).id
      }
      case 'hsds organizations':
      case 'hsds services':
      case 'hsds service_at_locations':
      case 'hsds taxonomies':
      case 'hsds taxonomy_terms':
        await subject('station')
        return bodyOf(await (await handOf('stranger')).get(`/hsds/${kind.slice('hsds '.length)}`)).contents[0].id
      default:
        return caseIn(kind.slice('case '.length) as CaseState)
    }
  }

  async function subject(kind: SubjectKind): Promise<string> {
    const known = kept.get(kind)
    if (known !== undefined) return known
    const id = await make(kind)
    kept.set(kind, id)
    return id
  }

  /** What stands in for the names in an operation's path and query. */
  async function idsOf({ at = {} }: { at?: At }): Promise<Record<string, string>> {
    const ids: Record<string, string> = {}
    for (const [name, kind] of Object.entries(at)) {
      if (typeof kind === 'object') ids[name] = kind.is
      else ids[name] = kind === 'its photo' ? photoOf(ids.id ?? '') : await subject(kind)
    }
    return ids
  }

  return { subject, idsOf, spend: (kind: SubjectKind) => kept.delete(kind) }
}

/** What stands in for the names in an operation's path and query: a subject that is made for it, or a text. */
export type At = Readonly<Record<string, SubjectKind | 'its photo' | { is: string }>>

/** A category for each special task: one place and category have one at a time. */
const specialCategories = categories
  .filter(
    ({ code, urgency, ...one }) =>
      code !== 'municipal.streetLamp' && urgency !== 'urgent' && !one.aboutChain && !one.protected && one.verifiedOnSite,
  )
  .map(({ code }) => code)
