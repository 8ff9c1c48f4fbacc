import { Suspense } from 'react'
import { LongWords } from '#web/shared/LongWords.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { lazyPage } from '#web/shared/lazyPage.ts'
import { At } from '#web/shared/parts.tsx'
import type { SeenCase } from '../view.ts'
import { valueWords } from '../words.ts'
import { Box } from './Box.tsx'
import { Pictures } from './Pictures.tsx'

// Only those who handle it ever ask for it.
const Reporter = lazyPage(() => import('./Reporter.tsx'))
const Merged = lazyPage(() => import('./Merged.tsx'))
const Related = lazyPage(() => import('./Related.tsx'))

// Most cases have none of it.
const UnderWay = lazyPage(() => import('./UnderWay.tsx'))
const hasUnderWay = ({ parts, whistles, ratings, ...item }: SeenCase) =>
  [item.pause, item.suspension, item.extension, item.ledger, item.authority, item.leader, item.calls, item.outerId].some(
    Boolean,
  ) || parts.length + whistles.length + ratings.length > 0

const hasRelated = ({ parent, continuedAs, origin, related }: SeenCase) =>
  [parent, continuedAs, origin].some((one) => one !== undefined) || related > 0

/** What else there is to a case, each only where there is something. */
export function Details({ item, id }: { item: SeenCase; id: string }) {
  const say = useSay()
  const { resolution, decline, dispute, question } = item
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
      {hasUnderWay(item) && (
        <Suspense>
          <UnderWay item={item} />
        </Suspense>
      )}
      {hasRelated(item) && (
        <Suspense>
          <Related key={item.version} item={item} />
        </Suspense>
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
