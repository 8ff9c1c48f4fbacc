import sax from 'sax'
import { broken } from '../reading/grid.ts'

/** What happens on the way through a file of a workbook. Names come without the prefix that their writer chose. */
export interface Walk {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

const piece = 64 * 1024

/**
 * Goes through XML from its beginning to its end. It must be well-formed and UTF-8, and has no document type: so there are no entities
 * but the five that XML knows itself, and nothing is fetched.
 */
export function walkXml(bytes: Buffer, { open, text, close }: Walk): void {
  const parser = sax.parser(true, { position: false })
  parser.onerror = () => {
    throw broken()
  }
  parser.ondoctype = () => {
    throw broken()
  }
  parser.onopentag = ({ name, attributes }) => open?.(local(name), words(attributes))
  parser.onclosetag = (name) => close?.(local(name))
  if (text) {
    parser.ontext = text
    parser.oncdata = text
  }
  const source = decoded(bytes)
  for (let at = 0; at < source.length; at += piece) parser.write(source.slice(at, at + piece))
  parser.close()
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Attributes by their names without a prefix; `r:id` stays apart from `id`. */
const words = (attributes: sax.Tag['attributes'] | sax.QualifiedTag['attributes']): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, typeof value === 'string' ? value : value.value]))

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw broken()
  }
}
