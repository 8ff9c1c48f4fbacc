import type { Words } from '../words.ts'
import type { AnyItem, Blank, Change, Context, Step } from './command.ts'
import type { Flow } from './define.ts'
import { isRefusal, type Refusal, refusal } from './refusal.ts'
import type { WhyNot } from './view.ts'

/** What comes of a command: what will be, or why not. Pure: nothing is read or written. */
export function decide<Item extends AnyItem, Facts>(
  flow: Flow<Item, Facts>,
  name: string,
  item: Item | Blank,
  input: unknown,
  context: Context<Item, Facts>,
): Change<Item> | Refusal {
  const step = stepFor(flow, name, item, context)
  if (isRefusal(step)) return step
  const barred = flow.commands[name]?.occasion(item, context) ?? step.unless(context)
  if (barred) return barred
  const outcome = step.decide(input, context)
  if (isRefusal(outcome) || 'item' in outcome) return outcome
  return { item: outcome }
}

/**
 * The commands that this actor may send now, which the page shows as buttons, and why not the others. For what is theirs and the item
 * gives no occasion for, that is the reason, whatever its state.
 */
export function choices<Item extends AnyItem, Facts>(flow: Flow<Item, Facts>, item: Item | Blank, context: Context<Item, Facts>) {
  const may: string[] = []
  const mayNot: Record<string, WhyNot> = {}
  for (const [name, command] of Object.entries(flow.commands)) {
    const step = command.occasion(item, context) ?? stepFor(flow, name, item, context)
    const barred = isRefusal(step) ? step : step.unless(context)
    if (barred) mayNot[name] = { kind: barred.kind, ...barred.because }
    else may.push(name)
  }
  return { may, mayNot }
}

/** The step that a command is for this item and actor, or why it is none. */
function stepFor<Item extends AnyItem, Facts>(
  flow: Flow<Item, Facts>,
  name: string,
  item: Item | Blank,
  context: Context<Item, Facts>,
): Step<Item, Facts> | Refusal {
  const command = flow.commands[name]
  if (!command) throw new Error(`a ${flow.name} has no command ${name}`)
  const step = command.on(item)
  if (!step) {
    const { zh, en } = standing(flow, item)
    return refusal('notNow', `不能${command.zh}：${zh}`, `cannot ${name}: ${en}`)
  }
  if (!step.admits(context.actor)) {
    const zh = command.by.map((party) => party.zh).join('或')
    const en = command.by.map((party) => party.en).join(' or ')
    return refusal('notYou', `只有${zh}可以${command.zh}`, `only ${en} may ${name} this ${flow.label.en}`)
  }
  return step
}

/** Where the item is, and who has it: the one who came second wants to know. */
function standing<Item extends AnyItem, Facts>(flow: Flow<Item, Facts>, item: Item | Blank): Words {
  if (isBlank(item)) return { zh: `这个${flow.label.zh}尚未提出`, en: `this ${flow.label.en} is not there yet` }
  return flow.standing(item)
}

export const isBlank = (item: AnyItem): item is Blank => item.state === 'new'
