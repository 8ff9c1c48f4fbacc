import { provenFlows } from '#bin/proving.ts'
import { applicationFlow } from '#capabilities/applications/flow.ts'
import { declarationFlow } from '#capabilities/branches/flow.ts'
import { bulletinFlow } from '#capabilities/bulletins/flow.ts'
import { caseFlow } from '#capabilities/cases/flow.ts'
import { meetingFlow } from '#capabilities/committees/meetings/flow.ts'
import { taskFlow } from '#capabilities/committees/tasks/flow.ts'
import { errandFlow } from '#capabilities/errands/flow.ts'
import { portraitFlow } from '#capabilities/portraits/flow.ts'
import { specialFlow } from '#capabilities/specials/flow.ts'
import { visitFlow } from '#capabilities/visits/flow.ts'
import type { AnyItem } from '#kernel/flow/command.ts'
import type { Flow } from '#kernel/flow/define.ts'
import { sees } from '#kernel/flow/unseen.ts'
import type { Actor } from '#kernel/people/actor.ts'

/** A flow, as far as it says who sees its items, and whose own they are. */
export interface Judged {
  path: string
  sees: (actor: Actor, kept: unknown) => boolean
  parties: (kept: unknown) => readonly string[]
}

const judged = <Item extends AnyItem, Facts>(flow: Flow<Item, Facts>): Judged => ({
  path: flow.path,
  sees: (actor, kept) => sees(flow, actor, flow.parse(kept)),
  parties: (kept) => flow.parties(flow.parse(kept)),
})

/** Every flow. */
export const judgedFlows: readonly Judged[] = [
  ...[judged(caseFlow), judged(specialFlow), judged(bulletinFlow), judged(visitFlow), judged(applicationFlow)],
  ...[judged(declarationFlow), judged(meetingFlow), judged(taskFlow), judged(errandFlow), judged(portraitFlow)],
]

/** The flows that nobody judges here. */
export const unjudged = (): string[] =>
  provenFlows.map(({ path }) => path).filter((path) => !judgedFlows.some((one) => one.path === path))
