import { noOccasion, type Refusal, refuse } from '#kernel/flow/refusal.ts'
import type { Case, Known } from '../contract/item.ts'
import type { CaseContext } from '../rulebook.ts'

// What another platform (12345 and the like) sent here keeps its own number and limit there. It stays theirs to lengthen, to take
// back and to ask the caller about, and each of its numbers wants an answer of its own (`loop.md`).

/** A number of another platform as it is compared: typed or pasted, with full-width signs or blanks about it. */
export const outerNumber = (typed: string): string => typed.normalize('NFKC').trim()

const answerable = ['resolved', 'closed', 'declined', 'merged', 'withdrawn']

/** Whether the platform that it came from waits to hear what became of it, in this round. */
export const owesAnswer = ({ outerId, state, round, answeredOutside }: Case): boolean =>
  outerId !== undefined && answerable.includes(state) && answeredOutside?.round !== round

/** Nobody outside waits for an answer to what was reported here. */
export const reportedHere = ({ outerId }: Case): Refusal | undefined =>
  outerId === undefined ? noOccasion('这件事不是其他平台转来的', 'it did not come from another platform') : undefined

export const answeredAlready = (item: Case): Refusal | undefined =>
  owesAnswer(item) ? undefined : refuse('这一轮已经回告来源平台', 'the platform it came from was answered in this round')

/** What was said to it of an end that is none any more: the number wants its answer anew. */
export const unanswered = ({ answeredOutside: _answeredOutside, ...rest }: Known): Known => rest

/** 回告: what was said to the platform that it came from, under its number there. */
export const answerOutside = <Item extends Case>(item: Item, _: { words: string }, { actor, now }: CaseContext): Item => ({
  ...item,
  answeredOutside: { round: item.round, at: now.toString(), by: actor.name },
})

/** Nobody here sends back by themselves what came from outside: what that platform said to it stands with the ground. */
export const askOutsideFirst = ({ outerId }: Case, outside: string | undefined): Refusal | undefined =>
  outerId !== undefined && outside === undefined
    ? refuse(
        '这件事是其他平台转来的：先与来源平台商定退回，再写明对方的答复',
        'it came from another platform: agree with it first, and write down what it said',
      )
    : undefined
