import { isNameless } from '#kernel/people/nameless.ts'
import type { Case, Known } from './contract/item.ts'
import { isExcluded } from './decisions/excluding.ts'

/** After so many calls that nobody answered, they are let be. */
export const mostCalls = 3
/** So long after a call that nobody answered the next may be made: three within a minute are one. */
export const hoursBetweenCalls = 4
/** So many days after its closing a case can be reopened, and so be called about. */
export const reopenDays = 30

/**
 * Whether this round is one to call back about (回访): a sample that nobody chooses, everything that could not be done, whatever was
 * rated with a code that a worker had in hand, and what came from a platform that asks its callers itself. Not who has said themselves
 * what they think. Nobody else is called: whoever could choose whom to ask could choose what they hear.
 */
export function isInSample(item: Case): boolean {
  if ((item.state !== 'resolved' && item.state !== 'closed') || item.staffReported || isExcluded(item)) return false
  const said = item.ratings.filter(({ round, party }) => round === item.round && party === item.reporter)
  if (said.some(({ by }) => by !== 'codeSeenByStaff')) return false
  if (item.outerId !== undefined) return true
  return said.length > 0 || item.resolution.outcome === 'cannot' || wasDrawn(item)
}

/** Whether the reporter is still to be called: not once nobody answered often enough. Who answers later is heard all the same. */
export const isToBeCalled = (item: Case): boolean => isInSample(item) && callsIn(item).length < mostCalls

/** As the draw came out when it was resolved (`drawing.ts`), and was kept with it. */
const wasDrawn = ({ round, draw }: Known): boolean => draw?.round === round && draw.is

/** Until when the reporter may be called back; nothing where they are not to be. What waits for its rating closes by itself. */
export function callUntil(item: Case): string | undefined {
  if (!isToBeCalled(item)) return undefined
  const closes = item.state === 'closed' ? item.closedAt : item.state === 'resolved' ? item.closesAt : undefined
  return (
    closes &&
    Temporal.Instant.from(closes)
      .add({ hours: 24 * reopenDays })
      .toString()
  )
}

export const callsIn = ({ calls = [], round }: Pick<Known, 'calls' | 'round'>) => calls.filter((call) => call.round === round)

/** Whether the query code went through the hands of a worker, who filed it for somebody without an account. */
export const staffHasItsCode = ({
  filedBy,
  reporter,
  codePastStaff,
}: Pick<Known, 'filedBy' | 'reporter' | 'codePastStaff'>): boolean =>
  filedBy !== undefined && isNameless(reporter) && codePastStaff !== true
