/** How a cell shows its number: as a day or time, or with leading zeros up to so many digits. */
export interface Shown {
  dated: boolean
  digits: number
}

/** The formats that every program knows by number and that show days or times (ECMA-376 part 1, 18.8.30; 27 to 58 in Chinese ones). */
const dated = (number: number): boolean =>
  (number >= 14 && number <= 22) ||
  (number >= 27 && number <= 36) ||
  (number >= 45 && number <= 47) ||
  (number >= 50 && number <= 58)

/** How a format's code shows a number. Words in it, in quotes or after a backslash, and colours and places in brackets, are no signs. */
export function shownBy(number: number, code: string | undefined): Shown {
  if (code === undefined) return { dated: dated(number), digits: 0 }
  const signs = code.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  return { dated: /[ymdhs]/i.test(signs), digits: /^0{2,}$/.test(signs) ? signs.length : 0 }
}

const day = 86_400_000
/** The last day that a sheet knows: 31 December 9999. */
const lastSerial = 2_958_465

/**
 * The moment that a number is as a day of a sheet, without a place in the world: days since 30 December 1899, or since 1904. Before
 * March 1900 they count one less, since the first sheets believed in a 29 February 1900.
 */
export function momentOf(serial: number, since1904: boolean): string | undefined {
  if (serial < 1 || serial > lastSerial) return undefined
  const shift = since1904 ? 1462 : serial < 60 ? 1 : 0
  const at = Temporal.Instant.fromEpochMilliseconds(Math.round((serial + shift - 25_569) * day))
  return at.toZonedDateTimeISO('UTC').toPlainDateTime().toString({ smallestUnit: 'second' })
}
