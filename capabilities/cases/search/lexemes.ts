import { dayOf } from '#kernel/time/zone.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'
import type { Found } from '#kernel/vault/personal.ts'
import { keyedBytes } from '#kernel/vault/suite.ts'
import { partiesOf, placesOfCase } from '../columns.ts'
import type { Case, State } from '../contract/item.ts'
import { handlingUnits } from '../sight.ts'
import { tokensOf } from './tokens.ts'

/** Makes of a token of the reporter's own words what is kept of it: a keyed hash, from which nobody reads what they wrote. */
export type Told = (district: string, token: string) => string

/** The hashes of one keyring. */
export function toldBy(ring: Keyring): Told {
  const key = ring.keyFor('words')
  return (district, token) => keyedBytes(key, `${district}\n${token}`).toString('base64url').slice(0, 7)
}

/**
 * What a case is found by, and by whom, as one list: its first letter says what each is (`cases.found` reads it). Open words,
 * category; units and people who see it (`u`, `p`), and those of them who may read the reporter's own words, and so may find
 * by them (`r`, `m`, but not a follower, `f`), which `cases.found` relies on to be among the former; the month of the report (`d`); a state that few cases end in (`s`);
 * `x`: protected. All of it follows from the case, and verify proves it.
 */
export function seenLexemes(item: Case): string[] {
  const places = placesOfCase(item)
  const readers = handlingUnits(item)
  const mark = (letter: string, values: Iterable<string>) => [...values].map((value) => `${letter}${value}`)
  return [
    ...mark('o', tokensOf(openWords(item).join('\n'))),
    ...mark('c', [item.category]),
    ...mark('u', places),
    ...mark(
      'r',
      places.filter((unit) => readers.has(unit)),
    ),
    ...mark('p', partiesOf(item)),
    ...mark('m', [item.reporter]),
    ...mark('f', item.followers),
    `d${dayOf(Temporal.Instant.from(item.reportedAt)).slice(0, 7).replace('-', '')}`,
    ...(fewEndIn.has(item.state) ? mark('s', [item.state]) : []),
    ...(item.protected ? ['x'] : []),
  ].filter((lexeme, at, all) => all.indexOf(lexeme) === at)
}

/** Where a case ends otherwise than most do. What is still going on is little anyhow (027-marked-states.sql). */
const fewEndIn: ReadonlySet<State> = new Set(['declined', 'withdrawn', 'merged'])

/** The words of a case that everybody reads who sees it. */
function openWords(item: Case): string[] {
  return [
    item.number,
    item.place.label,
    ...item.gist,
    ...('resolution' in item ? [item.resolution.done, item.resolution.because ?? ''] : []),
    ...('decline' in item ? [item.decline.words] : []),
    ...item.parts.map(({ answer }) => answer ?? ''),
    item.summary ?? '',
  ]
}

/** Of what a report holds in the vault, only what it says and where it is can be found; never names, telephones and homes. */
export const findable: readonly string[] = ['words', 'where']

/** What a new case is found by of its reporter's own words. Those of a case that was split off stand in the case itself. */
export function toldLexemes(told: Told, item: Case, found: readonly Pick<Found, 'field' | 'value'>[]): string[] {
  const texts = found.filter(({ field }) => findable.includes(field)).map(({ value }) => value)
  const own = item.words.startsWith('vault:') ? [] : [item.words]
  return [...tokensOf([...own, ...texts].join('\n'))].map((token) => `t${told(item.district, token)}`)
}
