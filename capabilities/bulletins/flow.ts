import { commandsOn } from '#kernel/flow/command.ts'
import { defineFlow } from '#kernel/flow/define.ts'
import { theTimer, those } from '#kernel/flow/parties.ts'
import { words } from '#kernel/words.ts'
import * as say from './contract/item.ts'
import { kinds } from './contract/kinds.ts'
import * as decide from './decisions.ts'
import { writers } from './reach.ts'
import { type BulletinFacts, show } from './show.ts'

const command = commandsOn<say.Bulletin, BulletinFacts>()
const writer = those<unknown>(
  '社区、街道、物业和水电气暖单位',
  'a community, street desk, property manager or utility',
  ({ role, unit }) => writers.has(role) && unit !== undefined,
)
const signer = those<say.Bulletin>(
  '发通知的单位',
  'the unit that signed it',
  ({ role, unit }, { by }) => writers.has(role) && unit === by.unit,
)
const unitsOf = ({ by, places }: say.Bulletin): string[] => [
  ...new Set(
    [by.unit, ...places.flatMap(({ code, estate, community, street }) => [code, estate, community, street])].filter(
      (unit) => unit !== undefined,
    ),
  ),
]
const happened = {
  publish: words('发了', 'published'),
  correct: words('更正了', 'corrected'),
  takeBack: words('撤回了', 'took back'),
}
const tells = (name: string): name is keyof typeof happened => Object.hasOwn(happened, name)

/**
 * A bulletin (小区通知): what is off or closed for estates or buildings, from when until when, what to do and whom to call.
 * What was once said stays in the record: it is corrected or taken back, never changed unseen.
 */
export const bulletinFlow = defineFlow({
  name: 'bulletin',
  path: 'bulletins',
  label: words('小区通知', 'bulletin'),
  item: say.Bulletin,
  states: { published: '已发布', takenBack: '已撤回', over: '已过时' },
  holder: (item) => (item.state === 'published' ? item.by : undefined),
  standing: ({ state, signedBy }) =>
    state === 'published'
      ? words(`${signedBy}的通知已发布`, `it was published by ${signedBy}`)
      : state === 'takenBack'
        ? words('这个通知已撤回', 'it was taken back')
        : words('这个通知已过时', 'its time has passed'),
  places: unitsOf,
  parties: () => [],
  columns: ({ kind, by, from, until, publishedAt, places }) => ({
    ...{ kind, unit: by.unit, from_at: from, until_at: until, published_at: publishedAt },
    ...{ concerns: places.map(({ code }) => code) },
    // Whoever asks for all of an estate or community is also told of what is inside.
    around: [...new Set(places.flatMap(({ estate, community }) => [estate, community].filter((code) => code !== undefined)))],
  }),
  timers: ({ state, until }) =>
    state === 'published' ? [{ key: `over ${until}`, at: Temporal.Instant.from(until), command: 'end', input: {} }] : [],
  notices: (_, { by, signedBy, kind, places }, name) => {
    if (!tells(name)) return []
    const communities = new Set(places.map(({ community }) => community).filter((one) => one !== undefined && one !== by.unit))
    const { zh, en } = kinds[kind]
    const deed = happened[name]
    return [...communities].flatMap((unit) =>
      unit === undefined
        ? []
        : [
            {
              to: { role: 'communitySecretary' as const, unit },
              words: words(
                `${signedBy}${deed.zh}“${zh}”通知，涉及您的社区`,
                `${signedBy} ${deed.en} a bulletin for your community: ${en}`,
              ),
            },
          ],
    )
  },
  seen: say.SeenBulletin,
  show,
  // biome-ignore format: a row a command, to be read as a table
  commands: {
    publish: command({ zh: '发布', from: 'new', to: 'published', by: [writer], unless: decide.mayWrite, input: say.Publish, decide: decide.publish }),
    correct: command({ zh: '更正', from: 'published', to: 'unchanged', by: [signer], unless: decide.mayCorrect, input: say.Correct, decide: decide.correct }),
    takeBack: command({ zh: '撤回', from: 'published', to: 'takenBack', by: [signer], input: say.TakeBack, decide: decide.takeBack }),
    end: command({ zh: '到点结束', from: 'published', to: 'over', by: [theTimer], input: say.Nothing, decide: decide.end }),
  },
})
