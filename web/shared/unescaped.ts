/** A code as it was before it was put into the address: the router leaves slashes and the like as they came. */
export function unescaped(code: string): string {
  try {
    return decodeURIComponent(code)
  } catch {
    return code
  }
}
