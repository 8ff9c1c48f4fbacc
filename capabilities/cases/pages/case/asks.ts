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

interface Known {
  /** Whether what was reported may be read by whoever comes to have a part of it. */
  maySpread: boolean
  fresh: () => string
}

/**
 * What a form begins with: a dispatch with the unit that the category leads to there, the undoing of a merge with the one case that it
 * can be, a split with the whole as its first part, to be cut down to that.
 */
export function begunFor(
  command: string,
  item: Pick<SeenCase, 'suggestedLead' | 'parent' | 'category' | 'words'>,
  { maySpread, fresh }: Known,
): Values {
  const { suggestedLead, parent, category, words } = item
  if (command === 'unmerge' && parent !== undefined) return { parent }
  if (command === 'dispatch' && suggestedLead) return { lead: suggestedLead.unit }
  if (command !== 'split') return {}
  return { parts: [{ id: fresh(), category, ...(maySpread && words !== undefined && { words: words.slice(0, mostWords) }) }] }
}

/** As many as the words of a part may be (`inputs.ts`). */
const mostWords = 1000

/** What there is to say about a field of a command before it is filled in. */
export function aboutOf(
  command: string,
  { photosWanted, lead }: Pick<SeenCase, 'photosWanted' | 'lead'>,
  path: string,
): Words | undefined {
  if (command === 'rule' && path === 'decision' && lead === undefined) return nobodyHasIt
  if (command === 'split' && path === 'parts.0.words') return cutDown
  return ends(command) && path === 'photos' && photosWanted.after ? photoNeeded : undefined
}

const nobodyHasIt: Words = {
  zh: '现在没有单位在办，所以没有“维持原承办单位”和“挂账”；要原单位办，请派给它。',
  en: 'No unit has it now, so none can keep it or have it on the ledger: dispatch it to the former one if it is theirs.',
}

const cutDown: Words = {
  zh: '只留要分出去的这一件，别的删掉：报单人的原话还在原件里。',
  en: 'Leave only what is split off: all that was reported stays with the whole.',
}

const photoNeeded: Words = {
  zh: '这类事项的结案标准要有照片：写“已解决”须附处理后的照片。',
  en: 'The closing standard of this kind of case asks for a photo: “solved” needs one of how it is now.',
}
