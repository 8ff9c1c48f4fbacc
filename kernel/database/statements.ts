/**
 * The statements of a file of SQL, one by one, as a cluster wants them: it hands the whole text of what it was sent to its nodes,
 * which take one statement each. A semicolon inside quotes, a dollar-quoted body or a comment divides nothing.
 */
export function statementsOf(file: string): string[] {
  const statements: string[] = []
  let statement = ''
  for (const [piece] of file.matchAll(pieces)) {
    if (piece !== ';') {
      if (!piece.startsWith('--')) statement += piece
      continue
    }
    statements.push(statement.trim())
    statement = ''
  }
  return [...statements, statement.trim()].filter((one) => one !== '')
}

/** Comments, quoted text, quoted names, dollar-quoted bodies, the semicolon, and what lies between them. */
const pieces = /--[^\n]*|'(?:[^']|'')*'|"[^"]*"|\$(\w*)\$[\s\S]*?\$\1\$|;|[^-'"$;]+|[-$]/g
