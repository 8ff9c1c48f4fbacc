import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { Qr } from '#web/shared/Qr.tsx'
import { inFours } from '#web/shared/queryCode.ts'
import type { SeenErrand } from '../contract/errand.ts'
import './letter.css'

/** What somebody without an account takes home: the query code under which they see how far it is, and who looked. It is told here once. */
export function Slip({ id, code }: { id: string; code: string }) {
  const say = useSay()
  const { value, problem, reload } = useLoaded<{ item: SeenErrand }>(`/api/errands/${id}`)
  return (
    <section className="stack close">
      <h2 className="unprinted">{say(w('给居民的回执', 'The slip for the resident'))}</h2>
      <p className="note warm unprinted">
        {say(
          w(
            '查询码只在这里显示一次：打印或抄给居民本人，您不要留。',
            'The query code is shown here once: print it, or write it down for the resident, and keep no copy.',
          ),
        )}
      </p>
      <Trouble problem={problem} again={reload} />
      {value && <Paper errand={value.item} code={code} />}
      <button type="button" className="button unprinted" onClick={() => print()}>
        {say(w('打印回执', 'Print the slip'))}
      </button>
    </section>
  )
}

/** It is for whoever came: in Chinese, whatever the helper's page is set to. */
function Paper({ errand: { number, itemName, communityName, helperName }, code }: { errand: SeenErrand; code: string }) {
  const address = `${location.origin}/query`
  return (
    <article className="letter errand-slip" lang="zh">
      <h3>代办回执</h3>
      <p>
        {itemName.zh}（编号 {number}），由{communityName}
        {helperName}代办。
      </p>
      <p>查询码</p>
      <p className="big-code" data-testid="query-code">
        {inFours(code)}
      </p>
      <p>
        用手机扫码，或打开 {address}
        ，输入查询码：看办到哪一步、每份材料在哪里、谁看过您的信息，也可以要求删除您的资料。查询码请别给外人。
      </p>
      <Qr text={address} label="查询页的二维码" />
    </article>
  )
}
