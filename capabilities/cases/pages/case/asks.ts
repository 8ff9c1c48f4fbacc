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
  if (command === 'rule' && dispute?.why === 'notSolved')
    return values.decision === undefined || values.decision === 'decline' ? [] : ['leader']
  if (!ends(command)) return []
  if (values.outcome === 'solved') return photosWanted.after ? ['photos'] : []
  if (values.outcome === 'cannot') return ['because']
  return values.outcome === 'notOurs' && !values.because ? ['rightBody'] : []
}

/** What there is to say about a field of a command before it is filled in. */
export function aboutOf(command: string, { photosWanted }: Pick<SeenCase, 'photosWanted'>, path: string): Words | undefined {
  return ends(command) && path === 'photos' && photosWanted.after ? photoNeeded : undefined
}

const photoNeeded: Words = {
  zh: '这类事项的结案标准要有照片：写“已解决”须附处理后的照片。',
  en: 'The closing standard of this kind of case asks for a photo: “solved” needs one of how it is now.',
}
