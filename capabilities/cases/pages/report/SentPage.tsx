import { useState } from 'react'
import { Link } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { inFours } from '#web/shared/queryCode.ts'
import type { Sent } from './sent.ts'

/** After sending: the number and the query code in large type, and what happens next. */
export function SentPage({ sent, forAnother, again }: { sent: Sent | 'held'; forAnother: boolean; again: () => void }) {
  const say = useSay()
  if (sent === 'held') return <Held again={again} />
  return (
    <div className="stack" role="status">
      <h1>{say(w('收到了，谢谢您', 'We have it. Thank you'))}</h1>
      <section className="sheet stack">
        <div>
          <p className="soft">{say(w('编号', 'Number'))}</p>
          <p className="big-code" data-testid="number">
            {sent.number}
          </p>
        </div>
        {sent.queryCode !== undefined && <Code number={sent.number} code={sent.queryCode} />}
        {sent.queryCode !== undefined && forAnother && (
          <p className="note warm">
            {say(
              w(
                '这是替别人报的：把编号和查询码交给那一位。查询码在谁手里，谁就能看进展和评价。',
                'This was for somebody else: hand them the number and the code. Whoever holds the code sees the progress and rates.',
              ),
            )}
          </p>
        )}
        {sent.codeSentTo !== undefined && (
          <p>{say(w(`查询码已发到 ${sent.codeSentTo}`, `The query code went to ${sent.codeSentTo}`))}</p>
        )}
      </section>
      <section className="note good stack tight">
        <p className="strong">{say(w('接下来：', 'Next:'))}</p>
        <p>
          {say(
            w(
              `${sent.holder?.zh ?? '网格员'}会先看到这件事并承接，每一步都写在“我的报单”里。办完后请您来评价。`,
              `First ${sent.holder?.en ?? 'the grid worker'} sees it and takes it on. Every step is shown under my reports, and at the end you rate it.`,
            ),
          )}
        </p>
      </section>
      <Link className="button wide" href={`/my`}>
        {say(w('去我的报单', 'To my reports'))}
      </Link>
      <button type="button" className="button plain wide" onClick={again}>
        {say(w('再报一件', 'Report something else'))}
      </button>
    </div>
  )
}

/** Without a network: it is safe here, and goes by itself. */
function Held({ again }: { again: () => void }) {
  const say = useSay()
  return (
    <div className="stack" role="status">
      <h1>{say(w('已存在这部手机', 'Kept on this phone'))}</h1>
      <p className="note warm">
        {say(
          w(
            '还没送出：网络一通就会自动送出，不用再填；编号和查询码到时在“我的报单”里。',
            'It is not sent yet. It goes by itself as soon as there is a network; its number and query code will then be under my reports.',
          ),
        )}
      </p>
      <Link className="button wide" href="/unsent">
        {say(w('看还没送出的', 'See what is not sent yet'))}
      </Link>
      <button type="button" className="button plain wide" onClick={again}>
        {say(w('再报一件', 'Report something else'))}
      </button>
    </div>
  )
}

function Code({ number, code }: { number: string; code: string }) {
  const say = useSay()
  const [copied, setCopied] = useState<boolean>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${number} ${inFours(code)}`)
      setCopied(true)
    } catch {
      setCopied(false)
    }
  }
  return (
    <div className="stack close">
      <p className="soft">
        {say(w('查询码（不登录也能查，请别给外人）', 'Query code (opens it without signing in: keep it to yourself)'))}
      </p>
      <p className="big-code" data-testid="query-code">
        {inFours(code)}
      </p>
      <button type="button" className="button" onClick={copy}>
        {say(copied ? w('✓ 已复制', '✓ Copied') : w('复制编号和查询码', 'Copy number and code'))}
      </button>
      {copied === false && (
        <p className="soft">
          {say(
            w(
              '这个浏览器不让复制，请长按查询码，或截屏保存。',
              'This browser does not allow copying: press the code for long, or take a screenshot.',
            ),
          )}
        </p>
      )}
      <p className="soft small">
        {say(w('查询码也保存在这部手机的“我的报单”里。', 'The code is kept on this phone too, under my reports.'))}
      </p>
    </div>
  )
}
