import type { Context } from '#kernel/flow/command.ts'
import type { Refusal } from '#kernel/flow/refusal.ts'
import type { Post } from '#kernel/people/actor.ts'
import type { Words } from '#kernel/words.ts'
import type { Category } from './catalogue/category.ts'
import type { Case, CaseIn } from './contract/item.ts'
import type { Place } from './contract/terms.ts'

/** A unit as the rules need it: what it is, its name, and what lies above it. */
export interface RuleUnit {
  code: string
  kind: string
  name: string
  parent: string | null
  /** The street that a station serves. */
  street: string | null
  /** The estates that a property company looks after. */
  serves: readonly string[]
  /** The first day on which it no longer stands, if it is set to end within two months. */
  ends?: string | null
}

/** A turn of duty at a street: from a moment, in milliseconds since 1970, until another. */
export interface DutyTurn {
  unit: string
  from: number
  to: number
}

/** What the rules of a district go by, as it is on a day. */
export interface Rulebook {
  district: string
  version: number
  categories: ReadonlyMap<string, Category>
  units: ReadonlyMap<string, RuleUnit>
  /** The posts (role@unit) that somebody is at today, stand-ins included. */
  staffed: ReadonlySet<string>
  /** The turns of duty of which the day has a part: who is on duty changes within it. */
  turns: readonly DutyTurn[]
}

/** What the store finds out before a decision on a case. */
export interface CaseFacts {
  rules: Rulebook
  /** Where the given place is, for the commands that give one; the same once more for what was found with it. */
  located?: Place | Refusal
  /** Where the case lies now: where it is brought back, a boundary was drawn anew, its community went to another street, or it names what stands no more. */
  lies?: Place | Refusal | undefined
  /** Whether whoever asks has worked on this case: asked for where a rule goes by it, who checks and who calls back. */
  acted?: boolean
  /** Whether what was personal of it is forgotten, as it is some time after it was settled. */
  forgotten?: boolean
  /** Of those who follow it, who were erased: nothing is theirs to say or to have any more. */
  erased?: ReadonlySet<string>
  /** Whether this round is drawn to be called back about, once it is resolved. */
  drawn: boolean
  /** Whether the query code of what staff file goes to the caller's own telephone. */
  codePastStaff?: boolean
  /** The case under which the outside's number was filed before. */
  filedBefore?: Case | undefined
  /** What the report says that it is about, if it stands: its name, and the unit that keeps it. */
  regarded?: { name: string; keeper: string } | undefined
  /** Whether the phone of somebody not signed in, who joins it, reported it itself. */
  reportedFromHere?: boolean
  /** By when the work was due, step by step, whose limits ended as it was said to be done. */
  ranLast?: ReadonlyMap<string, Temporal.Instant>
  /** Where a nameless follower comes to have a case of their own: the one that was filed for them, if any was. */
  filedFor?: Case | undefined
  /** What is merged into the case that a merge names, as it stands. */
  mergedThere?: readonly CaseIn<'merged'>[]
  /** Whether it is office time now, by the district's calendar. */
  officeHours: boolean
  /** A number for a new case, from a block that this process reserved. */
  number: string
  /** What the words suggest, and the words of our vocabulary that were found in them. */
  suggested?: { category: string; gist: readonly string[] } | undefined
  /** What some words are about in short, by the same vocabulary. */
  gistOf: (words: string) => readonly string[]
}
export type CaseContext = Context<Case, CaseFacts>

/** The rules, and the moment for which they are asked. */
export type RulesNow = Pick<CaseContext, 'rules' | 'now'>

/** Whether somebody is at a post now: on duty as long as a turn lasts, at any other all day. */
export const isStaffed = ({ rules: { staffed, turns }, now }: RulesNow, { role, unit }: Post): boolean =>
  staffed.has(`${role}@${unit}`) || (role === 'dutyOfficer' && turns.some((turn) => turn.unit === unit && lasts(turn, now)))

const lasts = ({ from, to }: DutyTurn, { epochMilliseconds: now }: Temporal.Instant): boolean => from <= now && now < to

/** Whether a unit or grid stands: whatever is at a post of one that does not, nobody has. */
export const stands = ({ units, district }: Pick<Rulebook, 'units' | 'district'>, code: string): boolean =>
  code === district || units.has(code)

export const dispatcherOf = ({ district }: { district: string }): Post => ({ role: 'dispatcher', unit: district })
export const supervisorOf = ({ district }: { district: string }): Post => ({ role: 'supervisor', unit: district })

/** The post at a handling unit that takes cases in, by the unit's kind; undefined where a unit handles nothing. */
export function deskOf({ units, district }: Rulebook, code: string): Post | undefined {
  const unit = units.get(code)
  if (!unit || code === district) return undefined
  if (unit.kind === 'street') return { role: 'streetDesk', unit: code }
  if (unit.kind === 'community') return { role: 'communitySecretary', unit: code }
  if (unit.kind === 'propertyCompany') return { role: 'propertyManager', unit: code }
  if (unit.kind === 'bureau' || unit.kind === 'station' || unit.kind === 'utility') return { role: 'clerk', unit: code }
  return undefined
}

/** Whether a unit takes in what is new: not once it ends soon, since after its day nobody would have it. */
export const takesNew = ({ units }: Pick<Rulebook, 'units'>, code: string): boolean => {
  const unit = units.get(code)
  return unit !== undefined && !unit.ends
}

/** What a category is called; one that is no longer known, by its code. */
export const categoryWords = ({ categories }: Pick<Rulebook, 'categories'>, code: string): Words =>
  categories.get(code)?.name ?? { zh: code, en: code }

export const nameOf = ({ units }: Rulebook, code: string): string => units.get(code)?.name ?? code

/** Private handling units see the place and the matter only (`loop.md`). */
export const isPrivate = ({ units }: Rulebook, code: string): boolean => units.get(code)?.kind === 'propertyCompany'
