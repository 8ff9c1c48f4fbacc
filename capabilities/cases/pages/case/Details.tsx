import { type ReactNode, Suspense } from 'react'
import { Link } from 'wouter'
import { LongWords } from '#web/shared/LongWords.tsx'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { lazyPage } from '#web/shared/lazyPage.ts'
import { At } from '#web/shared/parts.tsx'
import { type Look, Shape } from '#web/shared/Shape.tsx'
import type { SeenCase } from '../view.ts'
import { ratedWords, valueWords } from '../words.ts'
import { Pictures } from './Pictures.tsx'

// Only those who handle it ever ask for it.
const Reporter = lazyPage(() => import('./Reporter.tsx'))
const Merged = lazyPage(() => import('./Merged.tsx'))

/** What else there is to a case, each only where there is something. */
export function Details({ item, id }: { item: SeenCase; id: string }) {
  const say = useSay()
  const { resolution, decline, dispute, pause, ledger, question, extension, suspension } = item
  return (
    <>
      <Pictures id={id} photos={item.photos} label={w('报单照片', 'Photos of the report')} />
      {question && (
        <Box title={w('承办人想问您', 'A question to the reporter')} look="warm">
          <p className="pre">{question.asked}</p>
          <p className="small">
            {question.by} · <At at={question.at} />
          </p>
        </Box>
      )}
      {resolution && (
        <Box title={w('处理结果', 'What became of it')} look={resolution.outcome === 'solved' ? 'good' : 'warm'}>
          <p className="strong">{say(valueWords(resolution.outcome))}</p>
          <LongWords words={resolution.done} />
          {resolution.rightBody !== undefined && (
            <p>{say(w(`应由：${resolution.rightBody}`, `It is for: ${resolution.rightBody}`))}</p>
          )}
          {resolution.because !== undefined && <p className="pre">{resolution.because}</p>}
          <p className="small">
            {resolution.unitName} {resolution.by} · <At at={resolution.at} />
          </p>
        </Box>
      )}
      {resolution && <Pictures id={id} photos={resolution.photos} label={w('处理后照片', 'Photos after the work')} />}
      {decline && (
        <Box title={w('为什么不受理', 'Why it is not taken up')} look="warm">
          <p className="strong">{say(valueWords(decline.reason))}</p>
          <LongWords words={decline.words} />
          <p>
            {say(w('依据：', 'Ground: '))}
            {decline.ground}
          </p>
          <p>
            {say(w('应找：', 'Turn to: '))}
            {decline.door}
          </p>
        </Box>
      )}
      {dispute && (
        <Box title={w('待裁定的原因', 'What is to be ruled on')}>
          <LongWords words={dispute.words} />
          {dispute.rightBody !== undefined && (
            <p>
              {say(w('认为应由：', 'They hold it is for: '))}
              {dispute.rightBody}
            </p>
          )}
        </Box>
      )}
      {pause && (
        <Box title={w('为什么暂停', 'Why it is paused')}>
          {say(
            w(`${valueWords(pause.reason).zh}，到 ${pause.until} 恢复`, `${valueWords(pause.reason).en}, until ${pause.until}`),
          )}
        </Box>
      )}
      {suspension && (
        <Box title={w('申请挂起', 'A pause is asked for')}>
          {say(
            w(
              `${valueWords(suspension.reason).zh}，到 ${suspension.until}：${suspension.words}`,
              `${valueWords(suspension.reason).en}, until ${suspension.until}: ${suspension.words}`,
            ),
          )}
        </Box>
      )}
      {extension && (
        <Box title={w('申请延期', 'More time is asked for')}>
          {say(w(`${extension.days} 个工作日：${extension.reason}`, `${extension.days} working days: ${extension.reason}`))}
        </Box>
      )}
      {ledger && (
        <Box title={w('挂账', 'On the ledger')}>
          <p>{say(w(`责任领导：${ledger.leader}`, `Answers for it: ${ledger.leader}`))}</p>
          <LongWords words={ledger.plan} />
          <p className="pre">{say(w(`还差：${ledger.missing}`, `Missing: ${ledger.missing}`))}</p>
        </Box>
      )}
      {item.authority && (
        <Box title={w('强制报告', 'Reported to an authority')} look="good">
          <p>
            {say(valueWords(item.authority.to))} {item.authority.receipt}
          </p>
          <p className="small">
            {item.authority.by} · <At at={item.authority.at} />
          </p>
        </Box>
      )}
      {item.leader !== undefined && (
        <Box title={w('责任领导', 'Who answers for it by name')}>
          <p>{item.leader}</p>
        </Box>
      )}
      {item.parts.length > 0 && (
        <Box title={w('协办', 'Assisting units')}>
          {item.parts.map((part) => (
            <div key={part.unit}>
              <p className="line">
                <span className="strong">{part.name}</span>
                <span className={`chip look-${partLooks[part.state] ?? 'waiting'}`}>
                  <Shape look={partLooks[part.state] ?? 'waiting'} />
                  {say(valueWords(part.state))}
                </span>
              </p>
              <p className="pre">{part.task}</p>
              {part.answer !== undefined && <p className="said">{part.answer}</p>}
            </div>
          ))}
        </Box>
      )}
      {item.whistles.map(({ id: whistle, units, place, at, came }) => (
        <Box key={whistle} title={w('吹哨', 'Units called together')}>
          <p>
            {place} · <At at={at} />
          </p>
          <p>
            {say(w('请到：', 'Called: '))}
            {units.join('、')}
          </p>
          <p>
            {say(w('已报到：', 'Came: '))}
            {came.length > 0 ? came.join('、') : say(w('还没有', 'nobody yet'))}
          </p>
        </Box>
      ))}
      {item.ratings.map(({ round, solved, level, words, at, by }) => (
        <Box
          key={`${round} ${at}`}
          title={w(`评价（第 ${round} 轮）`, `Rating (round ${round})`)}
          look={solved ? 'good' : 'warm'}
        >
          <p>{say(ratedWords({ solved, level }))}</p>
          {words !== undefined && <p className="pre">{words}</p>}
          {by !== 'rating' && (
            <p className="soft small">
              {say(
                by === 'callBack'
                  ? w('电话回访', 'by call back')
                  : w(
                      '用工作人员经手的查询码评的，回访确认前不计入满意率',
                      'with a code that a worker had in hand: not counted until a call back',
                    ),
              )}
            </p>
          )}
        </Box>
      ))}
      {item.calls !== undefined && (
        <Box title={w('电话回访', 'Calls back')}>
          {item.calls.map(({ round, at, by, answered, outside }) => (
            <p key={at}>
              {say(
                outside
                  ? w('来源平台回访', 'Asked by the other platform')
                  : answered
                    ? w('接通了', 'Reached')
                    : w('没有接通', 'Not reached'),
              )}{' '}
              · {say(w(`第 ${round} 轮`, `round ${round}`))} · {by} · <At at={at} />
            </p>
          ))}
        </Box>
      )}
      {item.outerId !== undefined && (
        <Box title={w('其他平台转来', 'From another platform')}>
          <p>{say(w(`对方编号 ${item.outerId}`, `Its number there: ${item.outerId}`))}</p>
          {item.outerDueAt !== undefined && (
            <p>
              {say(w('对方时限：', 'Its limit there: '))}
              <At at={item.outerDueAt} />
            </p>
          )}
          {item.answeredOutside !== undefined && (
            <p>
              {say(w('已回告：', 'Answered: '))}
              <At at={item.answeredOutside} />
            </p>
          )}
        </Box>
      )}
      <Related label={w('已并入', 'Merged into')} ids={item.parent === undefined ? [] : [item.parent]} />
      <Related
        label={w('有邻居附议，接着办的是', 'Neighbours joined it, and for them it goes on as')}
        ids={item.continuedAs === undefined ? [] : [item.continuedAs]}
      />
      <Related label={w('由哪件事而来', 'Came of')} ids={item.origin === undefined ? [] : [item.origin]} />
      <Related
        label={w('并入或由此而来的', 'Merged into this one, or came of it')}
        ids={item.children.filter((child) => child !== item.continuedAs)}
      />
      {item.related > item.children.length && (
        <p className="soft">{say(w(`另有 ${item.related} 件相关的报单`, `${item.related} related reports`))}</p>
      )}
      {item.readsMerged && (
        <Suspense>
          <Merged key={item.related} id={id} />
        </Suspense>
      )}
      {(item.name ?? item.phone ?? item.home) !== undefined && <Reporter item={item} id={id} />}
    </>
  )
}

const partLooks: Record<string, Look> = { asked: 'waiting', received: 'inhand', contributed: 'done', relieved: 'stopped' }

function Box({ title, look = '', children }: { title: Words; look?: string; children: ReactNode }) {
  const say = useSay()
  return (
    <section className={`note stack tight ${look}`}>
      <h2>{say(title)}</h2>
      {children}
    </section>
  )
}

function Related({ label, ids }: { label: Words; ids: readonly string[] }) {
  const say = useSay()
  if (ids.length === 0) return null
  return (
    <p className="line">
      {say(label)}
      {ids.map((id, index) => (
        <Link key={id} href={`/case/${id}`}>
          {say(w(`第 ${index + 1} 件`, `case ${index + 1}`))}
        </Link>
      ))}
    </p>
  )
}
