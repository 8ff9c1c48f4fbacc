import { lines, names, numbers, words } from './chosen.ts'

interface Weakness {
  zh: string
  en: string
}

/** From how many guesses on somebody who tries has better things to do: the score of three, as zxcvbn has it (Wheeler 2016). */
const enough = 3
/** So much of the beginning is looked at: to guess at 200 signs takes everybody's time, and what has 40 good ones is good. */
const looked = 40

/**
 * Why a password is not taken, or nothing: it is short, or somebody who knows what people choose, and who they are (`about`: names of
 * theirs, their district), would soon guess it. What signs it is made of is nobody's business (NIST SP 800-63B, OWASP ASVS 6.2).
 */
export async function weakness(typed: string, about: readonly string[]): Promise<Weakness | undefined> {
  // As it is kept (`password.ts`): letters of full width are typed by accident, and are the same password.
  const password = typed.normalize('NFKC')
  if ([...password].length < 10) return { zh: '密码至少 10 个字符', en: 'a password has at least 10 characters' }
  if ([...password].length > 200) return { zh: '密码最多 200 个字符', en: 'a password has at most 200 characters' }
  if (new Set(password).size < 4) return { zh: '密码过于简单', en: 'this password is too simple' }
  // A number that others can look up, a name whose ever it is, a line that everybody knows: each is worth one sign.
  const guessed = password.replace(numbers, '1').replace(lines, '诗').replace(names, 'a')
  const { score } = (await guesser()).check(
    [...guessed].slice(0, looked).join(''),
    about.flatMap((name) => [name, ...name.split(/[^\p{L}\p{N}]+/u)]),
  )
  return score >= enough
    ? undefined
    : {
        zh: '这个密码太容易被猜到。可以换成一句只有您自己会说的话，不带姓名、账号和常见的数字',
        en: 'this password is soon guessed: take a sentence that only you would say, without your name, account or common numbers',
      }
}

let known: ReturnType<typeof learn> | undefined
const guesser = () => {
  known ??= learn()
  return known
}

/** The words that people choose take some megabytes and some time to read: only a process that is asked reads them. */
async function learn() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...dictionary, words },
    graphs: adjacencyGraphs,
    useLevenshteinDistance: true,
  })
}
