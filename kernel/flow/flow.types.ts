// Not run, only checked: each line below `@ts-expect-error` is a mistake that must not compile.

import { Type } from 'typebox'
import type { AnyItem, Change } from './command.ts'
import { commandsOn } from './command.ts'
import { defineFlow } from './define.ts'
import { at, theTimer } from './parties.ts'

type Lamp =
  | (AnyItem & { state: 'dark'; since: string })
  | (AnyItem & { state: 'mended'; by: string; until: string })
  | (AnyItem & { state: 'gone' })
type In<State> = Extract<Lamp, { state: State }>
interface LampFacts {
  spares: number
}

const command = commandsOn<Lamp, LampFacts>()
const Mend = Type.Object({ by: Type.String() })
const Nothing = Type.Object({})
const base = ({ district, id, version }: AnyItem) => ({ district, id, version })

const mend = (lamp: In<'dark'>, { by }: { by: string }): In<'mended'> => ({ ...base(lamp), state: 'mended', by, until: '' })
const darken = (lamp: In<'mended'>): In<'dark'> => ({ ...base(lamp), state: 'dark', since: lamp.until })
const halfMend = (lamp: In<'dark'>, { by }: { by: string }) => ({ ...base(lamp), state: 'mended' as const, by })
const remove = (lamp: In<'dark'>, _: object, { bulbs }: { bulbs: number }): In<'gone'> => ({
  ...base(lamp),
  district: String(bulbs),
  state: 'gone',
})
const discard = (lamp: Lamp): In<'gone'> => ({ ...base(lamp), state: 'gone' })
const mender = at<In<'mended'>>('修的人', 'who mended it', ({ by }) => ({ role: 'clerk', unit: by }))

command({ zh: '', from: 'dark', to: 'mended', by: [theTimer], input: Mend, decide: mend })
// @ts-expect-error a decision leads to the state that its row says
command({ zh: '', from: 'dark', to: 'gone', by: [], input: Mend, decide: mend })
// @ts-expect-error a decision starts from the states that its row says
command({ zh: '', from: ['dark', 'gone'], to: 'mended', by: [], input: Mend, decide: mend })
// @ts-expect-error a decision takes the input that its row says
command({ zh: '', from: 'dark', to: 'mended', by: [], input: Nothing, decide: mend })
// @ts-expect-error there is no such state to start from
command({ zh: '', from: 'broken', to: 'mended', by: [], input: Mend, decide: mend })
// @ts-expect-error there is no such state to lead to
command({ zh: '', from: 'mended', to: 'darkened', by: [], input: Nothing, decide: darken })
// @ts-expect-error nobody has mended a dark lamp: this party cannot be told from it
command({ zh: '', from: ['mended', 'dark'], to: 'gone', by: [mender], input: Nothing, decide: discard })
// @ts-expect-error what says that it keeps the state does not change it
command({ zh: '', from: 'mended', to: 'unchanged', by: [], input: Nothing, decide: darken })
// @ts-expect-error a state is not reached without what belongs to it
command({ zh: '', from: 'dark', to: 'mended', by: [], input: Mend, decide: halfMend })
// @ts-expect-error facts are those of the flow
command({ zh: '', from: 'dark', to: 'gone', by: [], input: Nothing, decide: remove })

// What a decision is given is known without saying it again; a command may lead to several states, or keep the one that is.
command({
  zh: '',
  from: ['dark', 'mended'],
  to: ['gone', 'unchanged'],
  by: [],
  input: Mend,
  decide: (lamp, { by }, { spares }): In<'gone'> | Change<Lamp, In<'dark' | 'mended'>> =>
    spares > by.length ? { item: lamp } : { ...base(lamp), state: 'gone' },
})

const LampItem = Type.Object({ district: Type.String(), id: Type.String(), version: Type.Integer(), state: Type.Literal('gone') })
const rest = {
  name: 'lamp',
  label: { zh: '灯', en: 'lamp' },
  path: 'lamps',
  item: LampItem,
  holder: () => undefined,
  commands: {},
}
const more = { places: () => [], parties: () => [], columns: () => ({}), timers: () => [], notices: () => [], seen: LampItem }
const standing = () => ({ zh: '没了', en: 'gone' })
defineFlow({ ...rest, ...more, standing, show: (item) => item, states: { gone: '已拆' } })
// @ts-expect-error every state has its Chinese name
defineFlow({ ...rest, ...more, standing, show: (item) => item, states: {} })
// @ts-expect-error what one person sees fits the schema that is the fence
defineFlow({ ...rest, ...more, standing, show: ({ id }) => ({ id }), states: { gone: '已拆' } })
