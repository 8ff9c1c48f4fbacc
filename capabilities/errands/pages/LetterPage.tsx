import { Frame } from '#web/shared/Frame.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '#web/shared/parts.tsx'
import type { SeenErrand } from '../contract/errand.ts'
import { paperWords } from './paperWords.ts'
import './letter.css'

/** The letter with which a helper goes instead of the resident: to be printed and signed by hand. What is written into its blanks is kept nowhere. */
export default function LetterPage({ id }: { id: string }) {
  const say = useSay()
  const { value, problem, reload } = useLoaded<{ item: SeenErrand }>(`/api/errands/${id}`)
  const helperName = value?.item.helperName
  return (
    <Frame title={w('委托书', 'Letter of delegation')}>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton />}
      {value && helperName === undefined && (
        <Empty words={w('代办员开始办了，才能打印委托书。', 'It can be printed once the helper has begun.')} />
      )}
      {value && helperName !== undefined && (
        <>
          <div className="line unprinted">
            <button type="button" className="button main" onClick={() => print()}>
              {say(w('打印（A4）', 'Print (A4)'))}
            </button>
            <span className="soft">
              {say(
                w(
                  '身份证号和签名在纸上手写，本平台不保存。',
                  'Identity number and signature are written by hand: nothing of them is kept here.',
                ),
              )}
            </span>
          </div>
          <Letter errand={value.item} helperName={helperName} />
        </>
      )}
    </Frame>
  )
}

const posts: Record<string, string> = {
  ...{ gridWorker: '网格员', gridLeader: '网格长', communitySecretary: '社区书记', communityWorker: '社区工作者' },
}

/** Offices read it: it is in Chinese, whatever the page is set to. */
function Letter({ errand, helperName }: { errand: SeenErrand; helperName: string }) {
  const { number, itemName, department, communityName, helper, papers } = errand
  const post = helper === undefined ? '' : (posts[helper.role] ?? '')
  return (
    <article className="letter" lang="zh">
      <h1>委托书</h1>
      <p className="soft">代办编号 {number}</p>
      <p>委托人：＿＿＿＿＿＿＿＿　身份证号：＿＿＿＿＿＿＿＿＿＿＿＿＿＿</p>
      <p>
        受托人：{helperName}（{communityName}
        {post}）　身份证号：＿＿＿＿＿＿＿＿＿＿＿＿＿＿
      </p>
      <p>
        本人因故不能亲自前往，委托上述受托人到{department}代为办理“{itemName.zh}
        ”。受托人在委托范围内递交材料、领取结果，本人予以认可。
      </p>
      {papers.length > 0 && (
        <>
          <p>交给受托人的材料：</p>
          <ul>
            {papers.map((paper) => (
              <li key={paper.name}>
                {paperWords(paper).zh} {paper.count} 份
              </li>
            ))}
          </ul>
        </>
      )}
      <p>委托期限：自签字之日起至本事项办结之日止。</p>
      <p>委托人签字：＿＿＿＿＿＿＿＿　受托人签字：＿＿＿＿＿＿＿＿</p>
      <p>日期：＿＿＿＿年＿＿月＿＿日</p>
    </article>
  )
}
