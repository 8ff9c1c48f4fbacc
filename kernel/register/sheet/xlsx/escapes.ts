/**
 * Words as a sheet's file keeps them, for `unescapedSigns` to give back as they were. There `_xHHHH_` stands for the sign of that
 * number (ECMA-376 part 1, ST_Xstring): words that look like that have their first sign escaped, and so has a carriage return, which
 * no XML keeps.
 */
export const escapedSigns = (words: string): string =>
  words.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll('\r', '_x000D_')

/** The words that a sheet's file means. */
export const unescapedSigns = (kept: string): string =>
  kept.replace(/_x([0-9A-Fa-f]{4})_/g, (_, number: string) => String.fromCharCode(Number.parseInt(number, 16)))
