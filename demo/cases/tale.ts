import type { Case } from '#capabilities/cases/contract/item.ts'
import { caseFlow } from '#capabilities/cases/flow.ts'
import type { CaseFacts } from '#capabilities/cases/rulebook.ts'
import type { Historian } from '#kernel/flow/bulk.ts'
import type { Flow } from '#kernel/flow/define.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { type Actor, systemOf } from '#kernel/people/actor.ts'
import { after } from '#kernel/time/limit.ts'
import type { World } from './world.ts'

/** One case's past being told, with a clock of its own. It stops when its clock reaches the present. */
export interface Tale {
  id: string
  /** The case as it is; undefined before its report. */
  item: () => Case | undefined
  now: () => Temporal.Instant
  /** Lets office hours pass. */
  work: (hours: number) => Tale
  /** Lets time pass, round the clock. */
  wait: (minutes: number) => Tale
  /** Lets time pass until a moment, if that is still ahead. */
  to: (moment: Temporal.Instant) => Tale
  /** Carries out a command now. False once the present is reached, or where it was refused. */
  send: (name: string, actor: Actor | undefined, input?: object, prepared?: string) => boolean
}

/** Tells tales one after the other, sending along the way whatever the timers of their cases would have sent. */
export function teller({ district, calendar, now: present, random }: World, history: Historian<Case>) {
  const flow: Flow<Case, CaseFacts> = caseFlow
  const last = new Map<string, Temporal.Instant>()
  const system = systemOf(district)
  const later = (one: Temporal.Instant, other: Temporal.Instant | undefined) =>
    other && Temporal.Instant.compare(one, other) < 0 ? other : one

  const broken: string[] = []

  /** Carries out one command. Gives the refusal, if it was refused. */
  const carryOut = (id: string, name: string, actor: Actor, input: object, at: Temporal.Instant, prepared?: string) => {
    const outcome = history.send({ name, id, input, actor, at, ...(prepared !== undefined && { prepared }) })
    if (isRefusal(outcome)) return outcome
    last.set(id, at)
    return undefined
  }

  /** The commands of the clock, up to a moment, in their order. */
  const ring = (id: string, until: Temporal.Instant) => {
    for (;;) {
      const item = history.find(id)
      const [due] = item ? caseFlow.timers(item).toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)) : []
      if (!due || Temporal.Instant.compare(due.at, until) > 0) return
      const refused = carryOut(id, due.command, system, due.input, later(due.at, last.get(id)))
      if (refused) throw new Error(`the clock may not ${due.command} ${id}: ${refused.because.en}`)
    }
  }

  const begin = (id: string, start: Temporal.Instant): Tale => {
    let clock = start
    const tale: Tale = {
      id,
      item: () => history.find(id),
      now: () => clock,
      work(hours) {
        const seconds = random.whole(1, 55)
        clock = after(calendar, clock, { workingHours: hours }, 1).subtract({ seconds }).round('second')
        clock = later(clock, last.get(id)?.add({ seconds: 20 }))
        return tale
      },
      wait(minutes) {
        clock = clock.add({ seconds: Math.round(minutes * 60) })
        return tale
      },
      to(moment) {
        clock = later(moment.round('second'), clock)
        return tale
      },
      send(name, actor, input = {}, prepared) {
        if (Temporal.Instant.compare(clock, present) >= 0) return false
        const command = flow.commands[name]
        const before = history.find(id)?.state
        ring(id, clock)
        for (const other of command?.reaches(input) ?? []) ring(other, clock)
        // The clock may have been quicker than the people, over a long holiday: it is closed, and they leave it at that.
        const state = history.find(id)?.state
        if (state !== undefined && state !== before && !command?.from.includes(state)) return false
        clock = later(clock, last.get(id)?.add({ seconds: 1 }))
        const refused = actor ? carryOut(id, name, actor, input, clock, prepared) : undefined
        if (actor && !refused) return true
        // A telling that does not fit the rules on some day breaks off here, is said aloud, and leaves a sound case.
        broken.push(`${name} at ${clock} (${history.find(id)?.category}): ${refused?.because.zh ?? '无人在岗'}`)
        clock = present
        return false
      },
    }
    return tale
  }

  return {
    begin,
    /** What the clock has done to a case until now, after its tale is told. */
    finish: (id: string) => ring(id, present.subtract({ milliseconds: 1 })),
    /** The cases that a tale has made beside its own, such as by splitting. */
    find: history.find,
    /** The tellings that broke off, and why. */
    broken,
  }
}
export type Teller = ReturnType<typeof teller>
