import type { Values } from '#web/shared/form/schema.ts'
import type { Words } from '#web/shared/language.ts'
import type { SeenCase } from '../view.ts'

/** Which fields a command shows for what was answered so far: a question that does not arise is not asked. */
export function fieldsFor(
  command: string,
  { outerId }: Pick<SeenCase, 'outerId'>,
  all: readonly string[],
  values: Values,
): string[] {
  const isFromOutside = outerId !== undefined
  const hidden = new Set<string>()
  const hide = (...names: string[]) => {
    for (const name of names) hidden.add(name)
  }
  if (command === 'rule') {
    const { decision } = values
    if (decision !== 'dispatch') hide('lead', 'assisting')
    if (decision !== 'decline') hide('decline', 'outside')
    if (decision !== 'ledger') hide('plan')
    if (decision !== 'ledger' && decision !== 'dispatch' && decision !== 'keep') hide('leader')
  }
  if (command === 'callBack' && values.answered !== true) hide('solved', 'level', 'words')
  if (!isFromOutside) hide('outside', 'outerDueAt')
  if (ends(command) && (values.outcome === 'solved' || values.outcome === undefined)) hide('because')
  if (ends(command) && values.outcome !== 'notOurs') hide('rightBody')
  return all.filter((name) => !hidden.has(name))
}

/** Commands that say what became of a case. */
const ends = (command: string): boolean => command === 'solveOnSite' || command === 'resolve'

/**
 * What must be there for what was answered so far: the closing standard's photo, the ground of what cannot be done, who is right, and who
 * answers by name for what was not solved twice.
 */
export function neededFor(
  command: string,
  { photosWanted, dispute }: Pick<SeenCase, 'photosWanted' | 'dispute'>,
  values: Values,
): string[] {
  if (command === 'rule') return neededForRuling(dispute?.why, values.decision)
  if (!ends(command)) return []
  if (values.outcome === 'solved') return photosWanted.after ? ['photos'] : []
  if (values.outcome === 'cannot') return ['because']
  return values.outcome === 'notOurs' && !values.because ? ['rightBody'] : []
}

/** A ruling by what it decides; a unit's own proposal to decline has said why already. */
function neededForRuling(why: string | undefined, decision: unknown): string[] {
  if (decision === undefined) return []
  if (decision === 'decline') return why === 'decline' ? [] : ['decline']
  if (decision === 'ledger') return ['leader', 'plan']
  return [...(decision === 'dispatch' ? ['lead'] : []), ...(why === 'notSolved' ? ['leader'] : [])]
}

/** The rulings that there are: where no unit has the case (it was returned), none can keep it, nor have it on the ledger. */
export const rulingsOf = (all: readonly string[], { lead }: Pick<SeenCase, 'lead'>): string[] =>
  all.filter((decision) => lead !== undefined || (decision !== 'keep' && decision !== 'ledger'))

/**
 * What a form begins with: a dispatch with the unit that the category leads to there, the undoing of a merge with the one case that it
 * can be, a split with the category of the whole. Never with the words of the whole: those are sealed, and what is split off says its own.
 */
export function begunFor(
  command: string,
  { suggestedLead, parent, category }: Pick<SeenCase, 'suggestedLead' | 'parent' | 'category'>,
  fresh: () => string,
): Values {
  if (command === 'unmerge' && parent !== undefined) return { parent }
  if (command === 'dispatch' && suggestedLead) return { lead: suggestedLead.unit }
  return command === 'split' ? { parts: [{ id: fresh(), category }] } : {}
}

/** What there is to say about a field of a command before it is filled in. */
export function aboutOf(
  command: string,
  { photosWanted, lead }: Pick<SeenCase, 'photosWanted' | 'lead'>,
  path: string,
): Words | undefined {
  if (command === 'rule' && path === 'decision' && lead === undefined) return nobodyHasIt
  if (command === 'split' && path === 'parts') return splitOff
  return ends(command) && path === 'photos' && photosWanted.after ? photoNeeded : undefined
}

const nobodyHasIt: Words = {
  zh: '现在没有单位在办，所以没有“维持原承办单位”和“挂账”；要原单位办，请派给它。',
  en: 'No unit has it now, so none can keep it or have it on the ledger: dispatch it to the former one if it is theirs.',
}

const splitOff: Words = {
  zh: '只写要分出去的：这一件还在，剩下的仍在这里办。报单人的原话不会带过去，每件写清自己的事。',
  en: 'Write only what is split off: this case remains, and the rest is done here. What was reported is not taken along: each part says its own.',
}

const photoNeeded: Words = {
  zh: '这类事项的结案标准要有照片：写“已解决”须附处理后的照片。',
  en: 'The closing standard of this kind of case asks for a photo: “solved” needs one of how it is now.',
}
