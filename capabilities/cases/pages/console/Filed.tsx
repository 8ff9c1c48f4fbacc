import { useSay, w } from '#web/shared/language.ts'
import { inFours } from '#web/shared/queryCode.ts'
import type { Sent } from '../report/sent.ts'

/** What was just filed for somebody, and how their query code reaches them: by message, or as a slip where they left no mobile. */
export function Filed({ sent: { number, queryCode, codeSentTo } }: { sent: Sent }) {
  const say = useSay()
  return (
    <div className={`note good stack close ${queryCode === undefined ? '' : 'slip'}`} role="status">
      <p>
        {say(w(`已登记，编号 ${number}`, `Filed as ${number}`))}
        {codeSentTo !== undefined && say(w(`；查询码已发到 ${codeSentTo}`, `; the query code went to ${codeSentTo}`))}
      </p>
      {queryCode !== undefined && (
        <>
          <p className="strong">{say(w(`查询码 ${inFours(queryCode)}`, `Query code ${inFours(queryCode)}`))}</p>
          <p className="soft small">
            {say(
              w(
                '没有手机号，请把编号和查询码交给本人，电话里念给对方记下。经您手的查询码评的，回访确认后才计入满意率。',
                'There is no mobile number: hand number and code to them, or read them out on the telephone. What is rated with a code that went through your hands counts once a call back has confirmed it.',
              ),
            )}
          </p>
          <button type="button" className="button" onClick={() => print()}>
            {say(w('打印小票', 'Print the slip'))}
          </button>
        </>
      )}
    </div>
  )
}
