import { useSay, w } from '#web/shared/language.ts'
import type { Suggestion } from './suggestion.ts'

/** Less sure than this, and people are asked to look twice. */
const sure = 0.6

/** Why a category is suggested, in a line, and whether that is certain; or that the words point to none. */
export function Why({ suggestion: { confidence = 0, because } }: { suggestion: Suggestion }) {
  const say = useSay()
  if (because.length === 0)
    return (
      <p className="soft small">
        {say(w('没看出是哪一类。可以自己选，也可以就这样送出。', 'The words point to no kind. Choose one, or send it as it is.'))}
      </p>
    )
  return (
    <p className="soft small">
      {say(
        confidence >= sure
          ? w('这样建议是因为：', 'Suggested because of: ')
          : w('不太确定，请看看对不对。依据：', 'Not certain, please check. Because of: '),
      )}
      {because.map((one) => say(one)).join(say(w('、', ', ')))}
    </p>
  )
}
