import type { Static } from 'typebox'
import { type Blank, type Context, commandsOn } from '#kernel/flow/command.ts'
import { defineFlow } from '#kernel/flow/define.ts'
import { anyone, theTimer, those } from '#kernel/flow/parties.ts'
import { type Refusal, refusal } from '#kernel/flow/refusal.ts'
import { isOfCommunity } from '#kernel/people/roles.ts'
import type { Grid } from '#kernel/place/store/find.ts'
import { words } from '#kernel/words.ts'
import * as say from './contract.ts'

/** What decisions need to know: the grid of whoever agrees, and whether whoever puts a photo uploaded it. */
export interface PortraitFacts {
  grid: Grid | undefined
  isUploaded: boolean
}
type Here = Context<say.Portrait, PortraitFacts>
type In<State extends say.Portrait['state']> = Extract<say.Portrait, { state: State }>

const command = commandsOn<say.Portrait, PortraitFacts>()
const themself = those<say.Portrait>('本人', 'the worker', ({ id }, { worker }) => id === worker.id)
const community = those<say.Portrait>('网格所在社区', 'the community of the grid', (actor, item) =>
  isOfCommunity(actor, item.community),
)

function agree(
  { district, id, version }: Blank | In<'withdrawn'>,
  _: object,
  { actor, now, grid }: Here,
): In<'agreed'> | Refusal {
  if (!grid) return refusal('notYou', '您现在的岗位不在网格上', 'your post is at no grid')
  const { code, name, community: of, street } = grid
  return {
    ...{ district, id, version, state: 'agreed', worker: { id: actor.id, name: actor.name } },
    ...{ grid: code, gridName: name, community: of, street, agreedAt: now.toString() },
  }
}

function putPhoto(
  item: In<'agreed'> | In<'shown'>,
  { photo }: Static<typeof say.PutPhoto>,
  { actor, now, isUploaded }: Here,
): In<'shown'> | Refusal {
  if (!isUploaded)
    return refusal('badInput', '照片没有上传成功，请重新上传', 'the photo is not yours or not there: upload it again')
  return { ...item, state: 'shown', photo, putBy: { id: actor.id, name: actor.name }, putAt: now.toString() }
}

const takeDown = ({ photo: _, putBy: _by, putAt: _at, ...item }: In<'shown'>): In<'agreed'> => ({ ...item, state: 'agreed' })

const withdraw = (item: In<'agreed'> | In<'shown'>, _: object, { now }: Here): In<'withdrawn'> => ({
  ...(item.state === 'shown' ? takeDown(item) : item),
  ...{ state: 'withdrawn', withdrawnAt: now.toString() },
})

/** The address of the photo that somebody agreed to have shown. */
export const photoOf = ({ id, photo }: { id: string; photo: string }): string => `/api/portraits/${id}/photos/${photo}`

/**
 * A grid worker's photo on their grid's card (网格员照片): only by their own agreement, which they take back when they like; it is put there,
 * replaced and taken down by themself or by their community. It ends with their post.
 */
export const portraitFlow = defineFlow({
  name: 'portrait',
  path: 'portraits',
  label: words('网格员照片', 'photo of a grid worker'),
  item: say.Portrait,
  states: { agreed: '已同意', shown: '已放照片', withdrawn: '已撤回' },
  holder: () => undefined,
  standing: ({ state, worker: { name } }) =>
    state === 'withdrawn' ? words(`${name}已撤回同意`, `${name} took it back`) : words(`${name}已同意`, `${name} agreed`),
  places: ({ grid, community: of }) => [grid, of],
  parties: ({ worker }) => [worker.id],
  hidden: () => true,
  columns: ({ worker, grid, community: of, ...item }) => ({
    ...{ worker: worker.id, grid, community: of, photo: item.state === 'shown' ? item.photo : null },
  }),
  timers: () => [],
  notices: () => [],
  seen: say.SeenPortrait,
  show: (item, { actor }) => ({
    ...{ id: item.id, version: item.version, state: item.state, worker: item.worker.name, mine: item.worker.id === actor.id },
    ...{ grid: item.grid, gridName: item.gridName, agreedAt: item.agreedAt },
    ...(item.state === 'shown' && { photo: photoOf(item) }),
  }),
  // biome-ignore format: a row a command, to be read as a table
  commands: {
    agree: command({ zh: '同意放照片', from: ['new', 'withdrawn'], to: 'agreed', by: [anyone('gridWorker'), anyone('gridLeader')], input: say.Nothing, decide: agree }),
    putPhoto: command({ zh: '放照片', from: ['agreed', 'shown'], to: 'shown', by: [themself, community], input: say.PutPhoto, decide: putPhoto }),
    takeDown: command({ zh: '拿下照片', from: 'shown', to: 'agreed', by: [themself, community], input: say.Nothing, decide: takeDown }),
    withdraw: command({ zh: '撤回同意', from: ['agreed', 'shown'], to: 'withdrawn', by: [themself, theTimer], input: say.Nothing, decide: withdraw }),
  },
})
