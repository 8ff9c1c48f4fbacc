import { keep, kept } from '#web/shared/kept.ts'
import { type Words, w } from '#web/shared/language.ts'
import { roleWords } from '#web/shared/roles.ts'
import type { CommandReply } from '../view.ts'

/** A report that was sent from this phone: what opens it again without an account. */
export interface Sent {
  id: string
  number: string
  /** What and where it is, so that one knows it again; missing of what was kept before this was. */
  category?: Words
  place?: string
  queryCode?: string
  /** Where the code went instead, of somebody that a worker reported for. */
  codeSentTo?: string
  at: string
  /** Who has it first. */
  holder?: Words
  /** How it stood when that was last told; `gone` where its code opens nothing any more. */
  standing?: Standing | 'gone'
}

/** How a report stood at a moment. */
export interface Standing {
  state: string
  dueAt?: string
  yellowAt?: string
  asked?: true
  at: string
}

const named = ({ unitName, role }: { unitName: string; role: string }): Words => {
  const { zh, en } = roleWords(role)
  return w(`${unitName}${zh}`, `the ${en} of ${unitName}`)
}

/** What is remembered of a report from what the server replied. */
export const sentOf = ({ id, secret, view }: CommandReply): Sent => ({
  id,
  number: view?.item.number ?? '',
  at: new Date().toISOString(),
  ...(view && { category: view.item.categoryName, place: view.item.place.label }),
  ...(view?.item.holder && { holder: named(view.item.holder) }),
  ...(secret?.queryCode !== undefined && { queryCode: secret.queryCode }),
  ...(secret?.codeSentTo !== undefined && { codeSentTo: secret.codeSentTo }),
})

export const sentFromHere = () => kept<Sent[]>('sent', [])
export const rememberSent = (sent: Sent) =>
  keep('sent', [sent, ...sentFromHere().filter(({ id }) => id !== sent.id)].slice(0, 50))
export const forgetSent = (id: string) =>
  keep(
    'sent',
    sentFromHere().filter((one) => one.id !== id),
  )

/**
 * Forgets what was erased: one report, with the code that opened it; else all that was sent by the account, which has no code. What others
 * sent from this phone without an account stays theirs to open.
 */
export const forgetErased = (item: string | undefined) =>
  keep(
    'sent',
    sentFromHere().filter(({ id, queryCode }) => (item === undefined ? queryCode !== undefined : id !== item)),
  )

/** Keeps how those stand of whose codes something is told. */
export const keepStandings = (told: (queryCode: string) => Sent['standing']) =>
  keep(
    'sent',
    sentFromHere().map((one) => {
      const standing = one.queryCode === undefined ? undefined : told(one.queryCode)
      return standing ? { ...one, standing } : one
    }),
  )
