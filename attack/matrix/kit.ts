import { makePhoto } from '#kernel/files/photo.ts'
import { folderStore, keepPhoto } from '#kernel/files/store.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { testFolder } from '#testing/folder.ts'
import type { Answer, Hand } from '#testing/stage.ts'
import { telltaleJpeg } from '#testing/telltale.ts'
import type { Person, Stage } from './cast.ts'

/** What subjects are made with. `Needs` are the kinds that have to be there before. */
export interface Kit<Needs extends string = never> {
  stage: Stage
  handOf: (person: Person) => Promise<Hand>
  /** A subject of another kind: the one that is kept, or else a new one. */
  subject: (kind: Needs) => Promise<string>
  /** The next number, of all that is made or of one thing apart. */
  next: (of?: string) => number
  /** Posts as somebody, under a key of its own, and gives what came back. */
  post: (by: Person, path: string, body?: object) => Promise<Answer['body']>
  /** A new entry of a register. */
  entryOf: (path: string, by: Person, entry: object, code: string) => Promise<string>
  /** A photo with all in it that a camera writes, made ours and kept as an account's, if no other's then the clerk's. */
  photo: (by?: string) => Promise<string>
  /** With which photo a subject was resolved, done or shown. */
  photos: Map<string, string>
  /** The same, where there has to be one. */
  photoOf: (id: string) => string
}

/** Makes a subject of one kind, and gives its id. */
export type Maker<Needs extends string = never> = (kit: Kit<Needs>) => Promise<string>

/** What a capability says of its subjects: how each kind is made. */
export type Makers<Needs extends string = never> = Readonly<Record<string, Maker<Needs>>>

/** What is done with a subject. */
export type Step<Needs extends string = never> = (kit: Kit<Needs>, id: string) => Promise<unknown>

/** Makes what comes of a subject, step by step. */
export const after =
  <Needs extends string>(before: Maker<Needs>, ...steps: Step<Needs>[]): Maker<Needs> =>
  async (kit) => {
    const id = await before(kit)
    for (const step of steps) await step(kit, id)
    return id
  }

/** What came back, of a request that has to go through. */
export const bodyOf = ({ status, body }: Answer) => {
  if (status !== 200) throw new Error(`the world could not be made: ${JSON.stringify(body)}`)
  return body
}

/** The kit of one stage. */
export function kitOf<Needs extends string>(
  stage: Stage,
  handOf: (person: Person) => Promise<Hand>,
  subject: (kind: Needs) => Promise<string>,
): Kit<Needs> {
  const { database, district, clock, house } = stage
  const counts = new Map<string, number>()
  const photos = new Map<string, string>()

  function next(of = 'all'): number {
    const number = counts.get(of) ?? 0
    counts.set(of, number + 1)
    return number
  }

  async function photo(by = 'cast-clerk'): Promise<string> {
    const made = await makePhoto(await telltaleJpeg())
    if (isRefusal(made)) throw new Error('the photo was refused')
    return keepPhoto({ database, store: folderStore(testFolder), ring: house.ring }, district, made, by, clock.now())
  }

  function photoOf(id: string): string {
    const known = photos.get(id)
    if (known === undefined) throw new Error('this was not done with a photo')
    return known
  }

  return {
    ...{ stage, handOf, subject, next, photo, photos, photoOf },
    post: async (by, path, body) =>
      bodyOf(await (await handOf(by)).post(path, body, { 'idempotency-key': `subject ${district} ${next()}` })),
    entryOf: async (path, by, entry, code) =>
      bodyOf(await (await handOf(by)).put(`/api/registers/${path}/${code}`, { entry, version: 0 })).view.key,
  }
}
