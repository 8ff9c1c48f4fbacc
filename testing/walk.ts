import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { type ItemChange, itemChanges } from '#kernel/flow/change.ts'
import type { AnyItem, Blank, Context } from '#kernel/flow/command.ts'
import { choices, decide } from '#kernel/flow/decide.ts'
import type { Flow } from '#kernel/flow/define.ts'
import { fold } from '#kernel/flow/patch.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import type { Actor } from '#kernel/people/actor.ts'
import { systemOf } from '#kernel/people/actor.ts'
import type { Calendar } from '#kernel/time/calendar.ts'
import { takePersonal } from '#kernel/vault/personal.ts'
import { arbitraryOf, type Useful } from './arbitrary.ts'

/** A flow, and a small world for it to be walked in. */
export interface World<Item extends AnyItem, Facts> {
  flow: Flow<Item, Facts>
  district: string
  calendar: Calendar
  start: Temporal.Instant
  actors: readonly Actor[]
  /** What a decision would find out; `input` is missing where only buttons are wanted. */
  factsOf: (question: { now: Temporal.Instant; command?: string; input?: unknown }) => Facts
  /** Values that lead somewhere, for a field of this name, as things stand. */
  useful: (now: Temporal.Instant, items: readonly Item[], item: Item | Blank) => Useful
  /** What of the flow's own rules a change breaks. */
  broken: (change: ItemChange<Item>, command: string) => readonly string[]
}

/** One step: whom and what it is about are numbers, so that a failing walk can be made shorter. */
export interface Step {
  item: number
  actor: number
  command: number
  input: number
  /** Anything, allowed or not; else something that is allowed and was done least so far. */
  wild: boolean
  minutes: number
  /** Sent again and again, a day apart, this often at most. */
  again?: number
}

const nat = fc.nat({ max: 1_000_000 })
/** A walk of some length. The clock goes on by minutes, hours or days. */
export const steps = (length: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      ...{ item: nat, actor: nat, command: nat, input: nat, wild: fc.boolean() },
      minutes: fc.oneof({ weight: 20, arbitrary: fc.nat({ max: 20 }) }, fc.nat({ max: 600 }), fc.nat({ max: 3 * 24 * 60 })),
    }),
    { minLength: 1, maxLength: length, size: 'max' },
  )

/** A walk on which each command is sent again and again, as long as it is carried out: what an item keeps of it must stay within its contract. */
export const stubbornSteps = (length: number): fc.Arbitrary<Step[]> =>
  steps(length).map((path) => path.map((step) => ({ ...step, wild: false, again: 210 })))

/** So many items at most are in somebody's hands: steps should meet. */
const most = 4

/** What a walk did: which commands were carried out, how often, and which states were reached. */
export interface Walked {
  commands: ReadonlyMap<string, number>
  states: ReadonlySet<string>
}

/**
 * Walks a flow at random, by the same decisions as any command, and after every step holds the outcome against what must
 * always be true. Throws at the first that is not. `tried`: how often each command was tried in earlier walks, so that what
 * was seldom open comes first.
 */
export function walk<Item extends AnyItem, Facts>(
  world: World<Item, Facts>,
  path: readonly Step[],
  tried = new Map<string, number>(),
): Walked {
  const { flow, district, calendar, actors } = world
  const items = new Map<string, { item: Item; tip: string; folded: Record<string, unknown>; limits: Map<string, string> }>()
  const done = new Map<string, number>()
  const states = new Set<string>()
  const names = Object.keys(flow.commands)
  const checks = checksOf(flow)
  let now = world.start

  const contextOf = (
    actor: Actor,
    at: Temporal.Instant,
    command?: string,
    input?: unknown,
    others: Item[] = [],
  ): Context<Item, Facts> => ({
    ...world.factsOf({ now: at, ...(command !== undefined && { command, input }) }),
    ...{ actor, now: at, calendar, others, fresh: randomUUID },
  })

  for (const step of path) {
    now = now.add({ minutes: step.minutes })
    ringAll(now)
    const all = [...items.values()].map(({ item }) => item)
    const blank: Blank = { district, id: randomUUID(), version: 0, state: 'new' }
    const held = all.filter((one) => flow.holder(one) !== undefined)
    const among = step.item % 4 === 0 ? all : held
    const item = held.length < most && step.item % 5 === 0 ? blank : (among[step.item % among.length] ?? all.at(-1) ?? blank)
    const { actor, name } = step.wild ? anything(step) : leastDone(step, item)
    send(actor, name, item, inputFor(name, step, item, all))
    insist(actor, name, item.id, step)
  }
  return { commands: done, states }

  /** Sends a command again, as somebody who presses a button every day for months, and gives up once it was refused some days running. */
  function insist(actor: Actor, name: string, id: string, step: Step) {
    for (let [times, refused] = [0, 0]; times < (step.again ?? 0) && refused < 5; times += 1) {
      now = now.add({ hours: 24 })
      ringAll(now)
      const item = items.get(id)?.item
      if (!item) return
      const done = send(actor, name, item, inputFor(name, { ...step, input: step.input + times }, item, [item]))
      refused = done ? 0 : refused + 1
    }
  }

  function anything({ actor, command }: Step) {
    const one = actors[actor % actors.length]
    const name = names[command % names.length]
    assert(one && name)
    return { actor: one, name }
  }

  function leastDone(step: Step, item: Item | Blank) {
    const open = actors.flatMap((actor) => choices(flow, item, contextOf(actor, now)).may.map((name) => ({ actor, name })))
    const fewest = Math.min(...open.map(({ name }) => tried.get(name) ?? 0))
    const rare = open.filter(({ name }) => (tried.get(name) ?? 0) === fewest)
    const chosen = rare[step.command % rare.length]
    if (chosen) tried.set(chosen.name, fewest + 1)
    return chosen ?? anything(step)
  }

  function inputFor(name: string, step: Step, item: Item | Blank, all: readonly Item[]): unknown {
    const schema = flow.commands[name]?.input
    const fits = checks.get(name)
    assert(schema && fits)
    const [input] = fc.sample(arbitraryOf(schema, world.useful(now, all, item)), { numRuns: 1, seed: step.input })
    assert(fits.Check(input), `the walk made an input for ${name} that does not fit: ${JSON.stringify(input)}`)
    return input
  }

  function send(actor: Actor, name: string, item: Item | Blank, given: unknown): boolean {
    const command = flow.commands[name]
    assert(command)
    const { input } = takePersonal(command.input, given, randomUUID)
    const others = command.reaches(input).flatMap((id) => (id === item.id ? [] : (items.get(id)?.item ?? [])))
    const context = contextOf(actor, now, name, input, others)
    const { may, mayNot } = choices(flow, item, context)
    const story = `${actor.name} (${actor.role}) sends ${name} to ${item.state} ${JSON.stringify(given)}`
    for (const [other, { zh, en }] of Object.entries(mayNot)) assert(zh && en, `${other} is refused without words: ${story}`)
    const outcome = decide(flow, name, item, input, context)
    if (isRefusal(outcome)) {
      assert(outcome.because.zh && outcome.because.en, `refused without words: ${story}`)
      return false
    }
    assert(may.includes(name), `carried out though no button said so: ${story}`)
    const told = { name, id: item.id, input, actor, now }
    for (const change of itemChanges(flow, told, outcome, (id) => items.get(id))) keep(change, name, story)
    done.set(name, (done.get(name) ?? 0) + 1)
    return true
  }

  function keep(change: ItemChange<Item>, name: string, story: string) {
    const { before, after, event, chained, own } = change
    const command = flow.commands[name]
    assert(command)
    const { from, to } = command
    const was = before?.item.state ?? 'new'
    if (own) {
      assert(from.includes(was), `${name} does not start from ${was}: ${story}`)
      assert(
        to.includes(after.state) || (to.includes('unchanged') && after.state === was),
        `${name} does not lead to ${after.state}: ${story}`,
      )
      const [had, has] = [before && flow.holder(before.item), flow.holder(after)]
      const moved = had && has && (had.role !== has.role || had.unit !== has.unit)
      assert(!moved || to.length > 1 || command.passesOn, `${name} passes it on and does not say so: ${story}`)
    }
    const earlier = items.get(after.id)
    const folded = fold(earlier?.folded ?? {}, event.patch)
    assert.deepEqual(folded, JSON.parse(JSON.stringify(after)), `its patches do not give the item: ${story}`)
    const limits = limitsAfter(earlier?.limits ?? new Map(), after, story)
    assert.deepEqual(world.broken(change, name), [], story)
    items.set(after.id, { item: after, tip: chained.hash, folded, limits })
    states.add(after.state)
    for (const timer of flow.timers(after)) {
      const at = Temporal.Instant.compare(timer.at, now) > 0 ? timer.at : now
      const outcome = decide(
        flow,
        timer.command,
        after,
        timer.input,
        contextOf(systemOf(district), at, timer.command, timer.input),
      )
      assert(!isRefusal(outcome), `the timer ${timer.command} would be refused: ${story}`)
    }
  }

  /** Sends what timers have come due, as the product would. */
  function ringAll(at: Temporal.Instant) {
    for (const id of items.keys())
      for (let rounds = 0; rounds < 50; rounds += 1) {
        const item = items.get(id)?.item
        const due = item && flow.timers(item).find((timer) => Temporal.Instant.compare(timer.at, at) <= 0)
        if (!item || !due) break
        assert(send(systemOf(district), due.command, item, due.input), `the timer ${due.command} was refused in ${item.state}`)
      }
  }
}

const compiled = new WeakMap<object, ReadonlyMap<string, { Check: (value: unknown) => boolean }>>()

/** What tells whether an input fits a command, made once a flow. */
function checksOf({ commands }: { commands: Record<string, { input: TSchema }> }) {
  const known = compiled.get(commands) ?? new Map(Object.entries(commands).map(([name, { input }]) => [name, Compile(input)]))
  compiled.set(commands, known)
  return known
}

/** Every limit that an item ever had, by its id: none changes but by calls, and none comes back once it has ended. */
function limitsAfter(before: ReadonlyMap<string, string>, item: AnyItem & { limits?: readonly object[] }, story: string) {
  const ledger = new Map([...before].map(([id, text]) => [id, text.startsWith('ended ') ? text : `ended ${text}`]))
  for (const limit of item.limits ?? []) {
    const { id, told: _told, nextCallAt: _next, ...rest } = Object.fromEntries(Object.entries(limit))
    const text = JSON.stringify(rest)
    const known = before.get(String(id))
    assert(known === undefined || known === text, `the limit ${id} was changed, or came back: ${story}`)
    assert(known !== undefined || ledger.get(String(id)) === undefined, `two limits are called ${id}: ${story}`)
    ledger.set(String(id), text)
  }
  const running = (item.limits ?? []).length
  assert.equal(
    [...ledger.values()].filter((text) => !text.startsWith('ended ')).length,
    running,
    `two limits have one id: ${story}`,
  )
  return ledger
}
