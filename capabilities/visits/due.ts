import type { Network } from '#capabilities/grids/contract/entries.ts'
import type { Carrier } from '#capabilities/grids/contract/kinds.ts'
import type { Due } from './contract.ts'

type ServiceItem = Network['items'][number]

/** How many days or months lie between two times that a service item is done. */
const intervals: Record<ServiceItem['rhythm'], Temporal.DurationLike | undefined> = {
  daily: { days: 1 },
  weekly: { weeks: 1 },
  monthly: { months: 1 },
  quarterly: { months: 3 },
  yearly: { years: 1 },
  asNeeded: undefined,
}

/** The months of a season. */
const months: Record<NonNullable<ServiceItem['season']>, readonly number[]> = {
  always: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  flood: [6, 7, 8, 9],
  heating: [11, 12, 1, 2, 3],
}

/** Whether a service item is to be done at this time of the year. */
export const isInSeason = ({ season = 'always' }: ServiceItem, today: string): boolean =>
  months[season].includes(Temporal.PlainDate.from(today).month)

/** When an item is due that was done last on a day: what was never done is due today, what is done as needed never. */
export function dueOn({ rhythm }: Pick<ServiceItem, 'rhythm'>, lastOn: string | undefined, today: string): string | undefined {
  const interval = intervals[rhythm]
  if (!interval) return undefined
  return lastOn === undefined ? today : Temporal.PlainDate.from(lastOn).add(interval).toString()
}

/**
 * What is due in a grid on a day: the service items of all networks that it carries, in their season, each with when it was done last; the
 * longest overdue first, what is done as needed at the end.
 */
export function dueIn(networks: readonly Network[], carrier: Carrier, last: ReadonlyMap<string, string>, today: string): Due[] {
  const found = networks
    .filter(({ carriedBy }) => carriedBy.includes(carrier))
    .flatMap(({ code, name, items }) =>
      items
        .filter((item) => isInSeason(item, today))
        .map((item): Due => {
          const lastOn = last.get(keyOf({ network: code, what: item.what }))
          const due = dueOn(item, lastOn, today)
          return {
            ...{ network: code, what: item.what, networkName: name, by: item.by, rhythm: item.rhythm },
            ...(lastOn !== undefined && { lastOn }),
            ...(due !== undefined && { dueOn: due }),
          }
        }),
    )
  const order = ({ dueOn: due = '9999' }: Due) => due
  return found.toSorted((one, other) => (order(one) < order(other) ? -1 : order(one) > order(other) ? 1 : 0))
}

/** Names a service item among those of all networks. */
export const keyOf = ({ network, what }: { network: string; what: string }): string => `${network}/${what}`
