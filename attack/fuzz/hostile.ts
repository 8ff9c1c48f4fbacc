import fc from 'fast-check'

/** Words that nobody else says, to be looked for where they should not be. */
export const fuzzWord = 'unique-words-of-the-fuzz 独特'

/** Texts that have broken other programs. */
const texts = [
  fuzzWord,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e反',
  "'; drop table cases.cases; --",
  "' or 1=1 --",
  '$1',
  '%s%n%x',
  '../../../../etc/passwd',
  '..%2f..%2fetc',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '__proto__',
  'constructor',
  'toString',
  '-1',
  '1e309',
  'NaN',
  'null',
  'undefined',
  '[]',
  '{"$ne":null}',
  '9999-12-31T23:59:59Z',
  '0000-01-01',
  '2026-02-30',
  '2026-13-01T00:00:00Z',
  '*',
  '\\',
  '=HYPERLINK("x")',
  '00000000-0000-0000-0000-000000000000',
  '字'.repeat(3000),
  'x'.repeat(100_000),
]

/** Values of every kind where another was expected. */
const values: readonly unknown[] = [
  ...texts,
  ...[null, true, false, 0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308],
  ...[[], {}, [[]], [null], { constructor: 1 }, Array.from({ length: 1000 }, () => 1)],
]

export const hostileTexts = fc.constantFrom(...texts)
const hostileValues = fc.constantFrom(...values)

/** A value with something in it, somewhere, turned into what was not asked for. */
export const spoilt = (value: unknown): fc.Arbitrary<unknown> => {
  if (Array.isArray(value) && value.length > 0)
    return fc.oneof(
      hostileValues,
      fc.nat({ max: value.length - 1 }).chain((at) => spoilt(value[at]).map((one) => value.with(at, one))),
    )
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0)
    return fc.oneof(
      { weight: 1, arbitrary: hostileValues },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom('extra', '__proto__x', 'constructor', 'district', 'role', 'state')
          .map((name) => ({ ...value, [name]: 1 })),
      },
      {
        weight: 6,
        arbitrary: fc
          .constantFrom(...Object.entries(value))
          .chain(([name, inner]) => spoilt(inner).map((one) => ({ ...value, [name]: one }))),
      },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom(...Object.keys(value))
          .map((name) => Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))),
      },
    )
  return hostileValues
}
