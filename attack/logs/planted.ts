import { readFileSync } from 'node:fs'
import { everybodysPassword, staff } from '#testing/neighbourhood.ts'
import { type Hand, keyring, lampReport } from '#testing/stage.ts'
import { tell } from '#testing/telltale.ts'
import type { Planted } from './talk.ts'

/**
 * What a world has in it that no log may say: of whoever is signed in their token and phone, the password of all, the words of a report, the name of a worker, what
 * hides in photos, the keys of the keyring; and what else is known of this one.
 */
export const plantedIn = (hands: ReadonlyMap<string, Hand>, more: Readonly<Record<string, string>>): Planted =>
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
    ...keys(),
    ...[...hands].flatMap(([person, { cookie, device }]): [string, string][] => [
      [`phone of ${person}`, device],
      ...(cookie ? [[`token of ${person}`, tokenIn(cookie)] as [string, string]] : []),
    ]),
  ])

/** The keys of the installation, as their file has them and in the other way to write bytes. */
function keys(): [string, string][] {
  const { masters, hashing }: { masters: Record<string, string>; hashing: string } = JSON.parse(readFileSync(keyring, 'utf8'))
  return [...Object.values(masters), hashing].flatMap((key, number): [string, string][] => [
    [`key ${number}`, key],
    [`key ${number} in another script`, Buffer.from(key, 'base64').toString('hex')],
  ])
}

/** The secret in a cookie: what stands behind the district. */
const tokenIn = (cookie: string): string => decodeURIComponent(cookie).split('.').slice(1).join('.')
