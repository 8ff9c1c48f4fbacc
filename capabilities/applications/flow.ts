import { commandsOn } from '#kernel/flow/command.ts'
import { defineFlow } from '#kernel/flow/define.ts'
import { anyone, theTimer, those } from '#kernel/flow/parties.ts'
import { inStreet, Restreet } from '#kernel/flow/restreet.ts'
import { isOfCommunity } from '#kernel/people/roles.ts'
import { words } from '#kernel/words.ts'
import * as say from './contract/item.ts'
import * as decide from './decisions.ts'
import { type ApplicationFacts, show } from './show.ts'

const command = commandsOn<say.Application, ApplicationFacts>()
const community = those<say.Application>('所在社区', 'the community where it lies', (actor, item) =>
  isOfCommunity(actor, item.community),
)
const applicant = those<say.Application>('申请人', 'whoever applied', ({ id }, item) => id === item.applicant)
const open = ['applied', 'visited', 'approved'] as const
const aWeek = { hours: 7 * 24 }
const isOpen = ({ state }: say.Application) => open.some((one) => one === state)

/** What the applicant is told, once something has been decided. */
const told: Partial<Record<say.Application['state'], (item: say.Application) => { zh: string; en: string }>> = {
  visited: ({ name }) => words(`“${name}”：社区上门看过了，等待答复`, `"${name}": the community has looked, and will answer`),
  approved: ({ name }) =>
    words(`“${name}”：同意成为驿站，正在登记`, `"${name}": it may become a station, and is being registered`),
  published: ({ name }) => words(`“${name}”已成为驿站，居民可以找到了`, `"${name}" is a station now: residents find it`),
  declined: (item) =>
    words(
      `“${item.name}”：没有同意，理由是：${'because' in item ? item.because : ''}`,
      `"${item.name}" was declined: ${'because' in item ? item.because : ''}`,
    ),
}

/** A shop applies to become a station; the community looks, approves or says why not, and registers it. */
export const applicationFlow = defineFlow({
  name: 'application',
  path: 'applications',
  label: words('驿站申请', 'application to become a station'),
  item: say.Application,
  states: {
    applied: '已申请',
    visited: '已上门',
    approved: '已同意',
    published: '已公布',
    declined: '未同意',
    withdrawn: '已撤回',
  },
  holder: (item) => (isOpen(item) ? item.holder : undefined),
  standing: ({ name, communityName }) =>
    words(`“${name}”的申请，由${communityName}办理`, `the application of "${name}", with ${communityName}`),
  places: ({ street, community: lies }) => [street, lies].filter((unit) => unit !== undefined),
  parties: ({ applicant: who }) => [who],
  columns: ({ community: lies, street, appliedAt }) => ({ community: lies, street: street ?? null, applied_at: appliedAt }),
  timers: (item) =>
    item.state === 'applied' && item.warnedAt === undefined
      ? [{ key: 'unvisited', at: Temporal.Instant.from(item.appliedAt).add(aWeek), command: 'warn', input: {} }]
      : [],
  notices: (before, item) =>
    before?.state === item.state
      ? []
      : item.state === 'applied'
        ? [
            {
              to: item.holder,
              words: words(`“${item.name}”申请成为驿站，请上门看看`, `"${item.name}" applies to become a station: please visit`),
            },
          ]
        : [told[item.state]].flatMap((say) => (say ? [{ to: { party: item.applicant }, words: say(item) }] : [])),
  seen: say.SeenApplication,
  show,
  // biome-ignore format: a row a command, to be read as a table
  commands: {
    apply: command({ zh: '申请', from: 'new', to: 'applied', by: [anyone('resident')], unless: decide.mustBeKnown, input: say.Apply, decide: decide.apply }),
    visit: command({ zh: '上门看过', from: 'applied', to: 'visited', by: [community], input: say.Visit, decide: decide.visit }),
    approve: command({ zh: '同意', from: 'visited', to: 'approved', by: [community], input: say.Nothing, decide: decide.approve }),
    publish: command({ zh: '登记好了，公布', from: 'approved', to: 'published', by: [community], input: say.Publish, decide: decide.publish }),
    decline: command({ zh: '不同意', from: ['applied', 'visited', 'approved'], to: 'declined', by: [community], input: say.Decline, decide: decide.decline }),
    withdraw: command({ zh: '撤回申请', from: ['applied', 'visited', 'approved'], to: 'withdrawn', by: [applicant, theTimer], input: say.Nothing, decide: decide.withdraw }),
    restreet: command({ zh: '随社区划转', from: open, to: 'unchanged', by: [theTimer], input: Restreet, decide: inStreet }),
    warn: command({ zh: '到点提醒', from: 'applied', to: 'unchanged', by: [theTimer], input: say.Nothing, decide: decide.warn }),
  },
})
