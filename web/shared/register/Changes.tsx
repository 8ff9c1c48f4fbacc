import { useSay, type Words, w } from '../language.ts'
import { type Difference, described, pathWords } from './differences.ts'
import type { FieldNames } from './register.ts'

interface Told {
  changes: readonly Difference[]
  fields: FieldNames
  valueWords: (value: string) => Words
}

/** What differs, a sentence each: which field, from what, to what. */
export function Changes({ changes, fields, valueWords }: Told) {
  const say = useSay()
  return (
    <ul className="stack tight">
      {changes.map((change) => (
        <li key={change.path}>{say(sentence(change, fields, valueWords))}</li>
      ))}
    </ul>
  )
}

function sentence({ path, before, after }: Difference, fields: FieldNames, valueWords: Told['valueWords']): Words {
  const name = pathWords(fields, path)
  const [was, is] = [described(before, valueWords), described(after, valueWords)]
  if (Array.isArray(before) && Array.isArray(after)) {
    const parts = [
      before.length > 0 && w(`去掉“${was.zh}”`, `without “${was.en}”`),
      after.length > 0 && w(`加上“${is.zh}”`, `with “${is.en}”`),
    ].filter((one) => one !== false)
    return w(`${name.zh}：${parts.map(({ zh }) => zh).join('，')}`, `${name.en}: ${parts.map(({ en }) => en).join(', ')}`)
  }
  return w(`${name.zh}：从“${was.zh}”改为“${is.zh}”`, `${name.en}: from “${was.en}” to “${is.en}”`)
}
