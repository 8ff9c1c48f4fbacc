import { useSay, w } from '#web/shared/language.ts'
import type { Suggestion } from './suggestion.ts'

/** Less sure than this, and people are asked to look twice. */
const sure = 0.6

/**
 * Why a category is suggested, in a line, and whether that is certain; or that the words point to none. Staff read by which words and
 * past cases it was found; whoever reports reads what to do.
 */
export function Why({ suggestion: { confidence = 0, because }, staff }: { suggestion: Suggestion; staff: boolean }) {
  const say = useSay()
  if (because.length === 0)
    return (
      <p className="soft small">
        {say(w('没看出是哪一类。可以自己选，也可以就这样送出。', 'The words point to no kind. Choose one, or send it as it is.'))}
      </p>
    )
  if (!staff)
    return (
      <p className="soft small">
        {say(
          confidence >= sure
            ? w('按您写的话选的，不对可以换。', 'Chosen by what you wrote: change it if it is wrong.')
            : w('不太确定是不是这一类，请您看看，不对可以换。', 'Not certain: please look, and change it if it is wrong.'),
        )}
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
