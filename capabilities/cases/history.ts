import type { Static } from 'typebox'
import { Type } from 'typebox'
import type { Actor } from '#kernel/people/actor.ts'
import { isRole, roles } from '#kernel/people/roles.ts'
import type { EventBody } from '#kernel/record/event.ts'
import type { SeenEvent, Standing } from './contract/seen.ts'
import { returnReasons, suspensionReasons } from './contract/terms.ts'
import { caseFlow } from './flow.ts'
import { declineGrounds } from './grounds.ts'
import { nameOf, type Rulebook } from './rulebook.ts'
import { sight } from './sight.ts'

/** What those outside the house are not shown: calls about limits, and what workers say to each other. */
const inHouse = new Set(['reportToAuthority', 'warn', 'alert', 'callBack', 'answerOutside', 'exclude', 'supervise', 'approve'])

/** Fields of an input that are words for people; the rest is codes. */
const spoken = [
  'words',
  'done',
  'because',
  'reason',
  'task',
  'answer',
  'question',
  'result',
  'duty',
  'plan',
  'missing',
  'leader',
  'agreed',
  'people',
  'place',
  'summary',
  'ground',
]

/** Fields that name a unit by its code. */
const units = ['lead', 'rightBody']

const Fields = Type.Record(Type.String(), Type.Unknown())
const fieldsOf = (input: unknown): Static<typeof Fields> =>
  typeof input === 'object' && input !== null ? Object.fromEntries(Object.entries(input)) : {}

const photosOf = (input: unknown): string[] => {
  const { photos } = fieldsOf(input)
  return Array.isArray(photos) ? photos.filter((photo) => typeof photo === 'string') : []
}

const isInHouse = (command: string, input: unknown, role: string): boolean =>
  inHouse.has(command) || (command === 'comment' && role !== 'resident' && fieldsOf(input).forReporter !== true)

/** Who reads a history: by how they stand to the case, and residents what they said themselves. */
export interface HistoryReader {
  id: string
  role: Actor['role']
  standing: Standing
}

/** What is said to the reporter, or of them: those who joined do not read it. */
const ofTheReporter = new Set(['askReporter', 'contact'])

/**
 * Whether a reader may be told what came with a step. Residents read nothing that other residents said: not the reporter what those who joined
 * wrote, and not those for whom a case goes on why it was withdrawn.
 */
function isFor({ id, role, standing }: HistoryReader, { command, by }: EventBody): boolean {
  if (role !== 'resident') return true
  return by.role === 'resident' ? by.id === id : standing === 'reporter' || !ofTheReporter.has(command)
}

/** The history of a case as its viewer may see it: every step with its times; staff by name, residents never. */
export function historyOf(events: readonly EventBody[], reader: HistoryReader, rules: Rulebook): SeenEvent[] {
  const { words, inHouse: inside } = sight[reader.standing]
  return events
    .filter(({ command, input, by }) => inside || !isInHouse(command, input, by.role))
    .map((event) => ({ event, isFor: isFor(reader, event) }))
    .map(({ event: { sequence, command, at, saidAt, by, input, patch }, isFor: isTold }) => ({
      ...{ sequence, ...calledAs(command, patch), at },
      ...(saidAt !== undefined && { saidAt }),
      by: {
        name: by.role === 'resident' ? '' : by.name,
        role: isRole(by.role) ? roles[by.role].zh : by.role,
        unitName: by.unit === undefined ? '' : nameOf(rules, by.unit),
      },
      ...(typeof patch.set.state === 'string' && { state: patch.set.state }),
      said: [
        ...[...spoken, ...units].flatMap((field) => {
          const text = fieldsOf(input)[field]
          if (!isTold || typeof text !== 'string' || (text.startsWith('vault:') && !words) || command === 'report') return []
          return [{ field, text: units.includes(field) ? nameOf(rules, text) : (reasons.get(text) ?? text) }]
        }),
        ...(isTold && words && command === 'split' ? splitOff(input, rules) : []),
      ],
      photos: isTold && command === 'comment' && (words || by.role !== 'resident') ? photosOf(input) : [],
    }))
}

/**
 * As what something was split off, in the trail of the whole: a part does not know of the others, and what is not for all to see is not named.
 */
function splitOff(input: unknown, { categories }: Pick<Rulebook, 'categories'>): SeenEvent['said'] {
  const { parts } = fieldsOf(input)
  const codes = Array.isArray(parts) ? parts.map((part) => fieldsOf(part).category) : []
  const named = codes.flatMap((code) => {
    const category = typeof code === 'string' ? categories.get(code) : undefined
    return category && category.protected === undefined && !category.aboutChain ? [category.name.zh] : []
  })
  return named.length === 0 ? [] : [{ field: 'parts', text: named.join('、') }]
}

/** What a step is called. With a withdrawal a case begins for those who had joined: there, it goes on. */
function calledAs(command: string, { set }: EventBody['patch']): Pick<SeenEvent, 'command' | 'label'> {
  const goesOn = command === 'withdraw' && typeof set.state === 'string' && set.state !== 'withdrawn'
  return goesOn
    ? { command: 'goesOn', label: { zh: '为附议人接着办', en: 'goesOn' } }
    : { command, label: { zh: labels.get(command) ?? command, en: command } }
}

/** Reasons that are chosen from a list, in words. */
const reasons: ReadonlyMap<string, string> = new Map([
  ...Object.entries(suspensionReasons),
  ...Object.entries(returnReasons),
  ...Object.entries(declineGrounds).map(([code, { label }]) => [code, label.zh] as const),
])

const labels: ReadonlyMap<string, string> = new Map(Object.entries(caseFlow.commands).map(([name, { zh }]) => [name, zh]))
