/** The name of a column, which counts from 0: A to Z, then AA and on. */
export function letters(index: number): string {
  const rest = Math.floor(index / 26) - 1
  return (rest < 0 ? '' : letters(rest)) + String.fromCharCode(65 + (index % 26))
}
