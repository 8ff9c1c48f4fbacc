import { readXlsx } from '#kernel/register/sheet/xlsx/read.ts'
import { logbook } from '#testing/logbook.ts'
import { attached, type Hand, lampReport, setStage } from '#testing/stage.ts'
import { forgetAttempts } from '../attempts.ts'
import { plantedIn } from '../logs/planted.ts'
import { standingIn } from '../logs/talk.ts'
import { employ, type Person } from '../matrix/cast.ts'
import { type Description, doorsOf, type Door as Operation, requestFor } from '../matrix/doors.ts'
import { expected } from '../matrix/expected.ts'

/** What one reporter told of themselves, in words that nobody else says. */
export const planted = {
  name: '钱独特',
  phone: '13877779135',
  home: '独特楼9号',
  where: '独特楼后墙',
  words: '貔貅挡住了楼道',
}
/** What would tell who it was, for whom even the words are shown. */
export const identity = [planted.name, planted.phone, planted.home]
export const everything = [...Object.values(planted), '牦牛补充']

/** Whoever looks: one of the cast, or a neighbour who joined. */
export type Watcher = Person | 'follower'

/** Everybody who has nothing to do with the case: elsewhere, or with rights that are about other things. */
export const outsiders: readonly Person[] = [
  ...(['gridWorker elsewhere', 'gridLeader elsewhere', 'communitySecretary elsewhere', 'streetDesk elsewhere'] as const),
  ...(['clerk elsewhere', 'propertyManager elsewhere', 'systemAdmin', 'securityAdmin', 'auditAdmin', 'nobody'] as const),
  ...(['neighbour', 'code holder', 'stranger'] as const),
]
/** All of them, or one of each kind. */
export const outsidersFor = (quick: boolean): readonly Person[] =>
  quick
    ? ['gridWorker elsewhere', 'communitySecretary elsewhere', 'systemAdmin', 'auditAdmin', 'neighbour', 'stranger']
    : outsiders

/** And those who see the case, but are not told whose it is. */
export const unaware: readonly Watcher[] = [...outsiders, 'steward', 'leader', 'follower']

/** A district in which one person reported: what they told, whom it went to, and what became of it; with a log at its most talkative. */
export async function plantedWorld() {
  const { log, text } = logbook()
  const stage = await setStage(undefined, undefined, { log })
  const hands = new Map<Watcher, Hand>(await employ(stage, planted.phone, '13800000008'))
  const other = { words: '另一件', place: { code: 'plum' }, category: 'neighbours.dispute' }
  const { queryCode } = (await stage.nobody().send('report', '', other)).body.secret
  hands.set('code holder', await stage.holder(queryCode))
  hands.set('follower', await stage.resident('13800000009'))
  const operations = doorsOf((await stage.nobody().get('/openapi.json')).body as Description).filter(
    ({ method, path }) => method === 'GET' && !unread.has(path),
  )
  const hand = (who: Watcher) => hands.get(who) ?? stage.nobody()

  /** Gets an address as somebody, as text: a sheet as its cells. */
  async function read(who: Watcher, url: string): Promise<{ status: number; text: string }> {
    await forgetAttempts(stage.database, stage.district)
    const { status, bytes } = await hand(who).bytes(url)
    const isSheet = status === 200 && url.includes('.xlsx')
    return { status, text: isSheet ? JSON.stringify(readXlsx(bytes, '').rows) : bytes.toString() }
  }

  /** Everything that somebody can get, address by address; of a case, this one. */
  async function readAll(
    who: Watcher,
    id: string,
    { quick, more = [] }: { quick: boolean; more?: readonly string[] },
  ): Promise<Map<string, string>> {
    const said = new Map<string, string>()
    const all = operations.filter(({ path }) => !quick || ofCases.test(path)).map((one) => addressOf(one, id))
    for (const url of [...all, ...more]) {
      const { status, text } = await read(who, url)
      said.set(url, `${status} ${text}`)
    }
    return said
  }

  /** The reporter tells of it, with a photo; somebody joins; and it is handled. */
  async function report(more: object = {}): Promise<string> {
    const photos = [await attached(stage, hand('reporter'))]
    const told = lampReport({ ...planted, category: 'neighbours.dispute', place: { code: 'plum-3' }, photos, ...more })
    const { status, body } = await hand('reporter').send('report', '', told)
    if (status !== 200) throw new Error(`nothing was reported: ${JSON.stringify(body)}`)
    return body.id
  }
  /** Sends a command that must be carried out. */
  async function does(who: Watcher, command: string, id: string, input: object = {}): Promise<void> {
    const { status, body } = await hand(who).send(command, id, input)
    if (status !== 200) throw new Error(`${who} could not ${command}: ${JSON.stringify(body)}`)
  }
  /** Which secrets that somebody was told, and which words that somebody said here, stand in the log by now; of how many that are looked for. */
  function logged() {
    const words = Object.fromEntries(everything.map((word) => [word, word]))
    const all = plantedIn(hands, { ...words, 'a query code': queryCode, 'words of another report': other.words })
    for (const [number, secret] of secrets.entries()) all.set(`secret ${number}`, secret)
    return { found: standingIn(text(), all), planted: all.size, lines: text().split('\n').length - 1 }
  }
  const secrets: string[] = []
  /** Has a secret that somebody was told looked for in the log as well. */
  const told = (secret: string) => void secrets.push(secret)
  return { ...stage, hand, read, readAll, report, does, told, logged }
}
export type World = Awaited<ReturnType<typeof plantedWorld>>

/** Where something of cases is told at all. */
const ofCases = /^\/api\/(cases|solved|specials|metrics|reports|notices|looks)/

/** What never ends, and what is about whoever asks and changes by being asked. */
const unread = new Set(['/api/live', '/api/me/data.zip'])

/** The address of an operation, with what its row in the matrix says of its path and query; of a case, with this one's id. */
function addressOf(operation: Operation, id: string): string {
  const at = expected[operation.route]?.at ?? {}
  const ids = Object.entries(at).map(([name, kind]) => [name, typeof kind === 'object' ? kind.is : id])
  return requestFor(operation, Object.fromEntries(ids), undefined).url
}

/** Which of some words a text says. */
export const saidIn = (text: string, words: readonly string[]): string[] => words.filter((word) => text.includes(word))
