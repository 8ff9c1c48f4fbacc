import { commandsOn } from '#kernel/flow/command.ts'
import { defineFlow } from '#kernel/flow/define.ts'
import { at, theTimer } from '#kernel/flow/parties.ts'
import { inStreet, Restreet } from '#kernel/flow/restreet.ts'
import { endOf } from '#kernel/time/zone.ts'
import { words } from '#kernel/words.ts'
import * as say from './contract.ts'
import * as decide from './decisions.ts'
import { type SpecialFacts, show } from './show.ts'

const command = commandsOn<say.Special, SpecialFacts>()
const holder = at<say.Special>('研判的岗位', 'who decides on it', (item) => item.holder)
const undecidedFor = { hours: 5 * 24 }

/**
 * A special task (专项任务): where the same comes up again and again, one task is proposed in place of many closings (`loop.md`,
 * what keeps it honest). The system proposes; people decide.
 */
export const specialFlow = defineFlow({
  name: 'special',
  path: 'specials',
  label: words('专项任务', 'special task'),
  item: say.Special,
  states: { proposed: '待研判', taken: '专项办理', done: '已完成', setAside: '不立专项' },
  holder: (item) => (item.state === 'proposed' || item.state === 'taken' ? item.holder : undefined),
  standing: ({ place, categoryName }) =>
    words(`${place}“${categoryName.zh}”专项`, `the special task on ${categoryName.en} at ${place}`),
  places: ({ street, community }) => [street, community].filter((unit) => unit !== undefined),
  parties: () => [],
  columns: ({ key, category, street, community, proposedAt }) => ({
    ...{ spot: key, category, street: street ?? null, community: community ?? null, proposed_at: proposedAt },
  }),
  timers: (item) =>
    item.warnedAt !== undefined
      ? []
      : item.state === 'proposed'
        ? [{ key: 'undecided', at: Temporal.Instant.from(item.proposedAt).add(undecidedFor), command: 'warn', input: {} }]
        : item.state === 'taken'
          ? [{ key: `late ${item.until}`, at: endOf(item.until), command: 'warn', input: {} }]
          : [],
  notices: (before, { state, holder: to, place, categoryName, cases, by }) =>
    before || state !== 'proposed'
      ? []
      : [
          {
            to,
            words:
              by === 'place'
                ? words(
                    `${place}三十天内有 ${cases.length} 件“${categoryName.zh}”，建议立为专项，请研判`,
                    `${cases.length} cases of ${categoryName.en} at ${place} in thirty days: a special task is proposed, please decide`,
                  )
                : words(
                    `${place}同一位居民三十天内报了 ${cases.length} 件“${categoryName.zh}”，建议立为专项，请研判`,
                    `the same resident told of ${categoryName.en} at ${place} ${cases.length} times in thirty days: a special task is proposed`,
                  ),
          },
        ],
  seen: say.SeenSpecial,
  show,
  // biome-ignore format: a row a command, to be read as a table
  commands: {
    propose: command({ zh: '建议专项', from: 'new', to: 'proposed', by: [theTimer], input: say.Propose, decide: decide.propose }),
    grow: command({ zh: '又有同类', from: ['proposed', 'taken'], to: 'unchanged', by: [theTimer], input: say.Grow, decide: decide.grow }),
    take: command({ zh: '立为专项', from: 'proposed', to: 'taken', by: [holder], input: say.Take, decide: decide.take }),
    setAside: command({ zh: '不立专项', from: 'proposed', to: 'setAside', by: [holder], input: say.SetAside, decide: decide.setAside }),
    conclude: command({ zh: '完成专项', from: 'taken', to: 'done', by: [holder], input: say.Conclude, decide: decide.conclude }),
    restreet: command({ zh: '随社区划转', from: ['proposed', 'taken'], to: 'unchanged', by: [theTimer], input: Restreet, decide: inStreet }),
    warn: command({ zh: '到点提醒', from: ['proposed', 'taken'], to: 'unchanged', by: [theTimer], input: say.Nothing, decide: decide.warn }),
  },
})
