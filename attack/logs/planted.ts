import { everybodysPassword, staff } from '#testing/neighbourhood.ts'
import { type Hand, lampReport } from '#testing/stage.ts'
import { tell } from '#testing/telltale.ts'
import type { Planted } from './talk.ts'

/**
 * What a world has in it that no log may say: whoever is signed in by their tokens and phones, the passwords, names and telephones of whoever reports and
 * works there, words of reports, what hides in photos; and what else is known of this one.
 */
export const plantedIn = ({ hands }: { hands: ReadonlyMap<string, Hand> }, more: Readonly<Record<string, string>>): Planted =>
  new Map([
    ...Object.entries({
      ...{
        'everybody’s password': everybodysPassword,
        'words of a report': lampReport().words,
        'name of a worker': staff.wangMin.name,
      },
      ...{ 'what hides in a photo': tell },
      ...more,
    }),
    ...[...hands].flatMap(([person, { cookie, device }]): [string, string][] => [
      [`phone of ${person}`, device],
      ...(cookie ? [[`token of ${person}`, tokenIn(cookie)] as [string, string]] : []),
    ]),
  ])

/** The secret in a cookie: what stands behind the district. */
const tokenIn = (cookie: string): string => decodeURIComponent(cookie).split('.').slice(1).join('.')
