import type { Words } from '#web/shared/language.ts'
import { paperKinds } from '../contract/kinds.ts'

interface Paper {
  name: string
  kind: keyof typeof paperKinds
}

/** What a paper is called, with its kind beside it where its name does not say that already, and how many of it where not one. */
export function paperWords({ name, kind }: Paper, count = 1): Words {
  const [is, many] = [paperKinds[kind], count > 1 ? ` × ${count}` : '']
  if (name.includes(is.zh)) return { zh: `${name}${many}`, en: `${name}${many}` }
  return { zh: `${name}（${is.zh}${many}）`, en: `${name} (${is.en}${many})` }
}
