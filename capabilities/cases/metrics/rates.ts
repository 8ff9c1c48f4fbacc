import { sql } from 'kysely'
import { defineMetric } from '#kernel/metric/define.ts'
import { words } from '#kernel/words.ts'
import { countedCases as of, ratioOf } from './countable.ts'
import { countedRows } from './rows.ts'
import { reported } from './said.ts'

const share = words('比例（0 至 1）', 'share (0 to 1)')
const out = words('已剔除', 'excluded')
/**
 * In each round of a case, of its limits for these steps the one that runs, or ended last: an extension, a pause or a correction
 * replaces the one before, and the limit to resolve runs on when a case is returned. `missed`: one of its step was over when it ended,
 * so that nothing which begins another makes good for it; but for what was counted anew from where it had begun.
 */
const lastOf = (...steps: string[]) => sql`join lateral (
  select distinct on (m.round) m.*, exists (select from unnest(c.limits) e
      where e.round = m.round and e.step = m.step and e.ended_at > e.due_at and not exists (select from unnest(c.limits) n
        where n.round = e.round and n.step = e.step and n.starts_at = e.starts_at
          and split_part(n.id, '.', 3)::integer > split_part(e.id, '.', 3)::integer)) as missed
  from unnest(c.limits) m
  where m.step in (${sql.join(steps.map((step) => sql.lit(step)))})
  order by m.round, coalesce(m.ended_at, 'infinity') desc, m.step = 'resolve' desc, split_part(m.id, '.', 3)::integer desc) l on true`

const wasReached = sql`coalesce(l.ended_at = (c.item->>'contactedAt')::timestamptz, false)`

const responses = {
  short: words('没按时联系的', 'not made in time'),
  late: words('超时才联系', 'made late'),
  missed: words('到时限未联系', 'not made in time at all'),
  running: words('时限未到', 'not due yet'),
  released: words('时限内已不需联系', 'no longer needed before it was due'),
  excluded: out,
}

export const responseRate = defineMetric({
  name: 'responseRate',
  label: words('响应率', 'response rate'),
  unit: share,
  kind: 'ratio',
  definition: {
    formula: words('按时首次联系 ÷ 应联系', 'first contacts made in time, over contacts due'),
    window: reported,
    denominator: words(
      '已联系的，和到时限仍未联系的；时限内已办结、退单、挂起、并案的不计',
      'contacts made, and those not made when their limit ran out; not those that the solution, a return, a pause or a merger ended before',
    ),
  },
  besides: responses,
  measure: {
    ...{ name: 'responseRate', of, byLimits: true },
    rows: (now) => {
      const over = sql`coalesce(l.ended_at, ${now}) > l.due_at`
      return ratioOf({
        joined: sql`join lateral unnest(c.limits) l on l.step = 'contact'`,
        round: sql`l.round`,
        due: sql`${wasReached} or ${over}`,
        good: sql`${wasReached} and l.ended_at <= l.due_at`,
        beside: {
          late: sql`${wasReached} and l.ended_at > l.due_at`,
          missed: sql`not ${wasReached} and ${over}`,
          running: sql`l.ended_at is null and not (${over})`,
          released: sql`l.ended_at <= l.due_at and not ${wasReached}`,
        },
      })
    },
  },
  ...countedRows('responseRate', responses),
})

const acceptances = {
  short: words('没按时承单的', 'not in time'),
  running: words('时限未到', 'not due yet'),
  excluded: out,
}

export const acceptedInTime = defineMetric({
  name: 'acceptedInTime',
  label: words('按时承单率', 'accepted in time'),
  unit: share,
  kind: 'ratio',
  definition: {
    formula: words(
      '按时承单（或直接派单）÷ 应承单；一轮里超过了的，后来另起时限也不算按时',
      'taken in hand or dispatched in time, over all that were to be; what was missed in a round stays missed when another limit begins',
    ),
    window: reported,
    denominator: words(
      '承单时限已结束或已过的；时限内撤回的不计',
      'limits to accept that ended or ran out; not those of reports withdrawn before',
    ),
  },
  besides: acceptances,
  measure: {
    ...{ name: 'acceptedInTime', of, byLimits: true },
    rows: (now) =>
      ratioOf({
        joined: lastOf('accept'),
        round: sql`l.round`,
        // What still ran when it was withdrawn is counted where it goes on as a follower's own.
        where: sql`(c.item->'continuedAs' is null or l.ended_at < (c.item->>'withdrawnAt')::timestamptz)`,
        due: sql`l.missed or (l.ended_at is null and l.due_at < ${now}) or (l.ended_at is not null and c.state <> 'withdrawn')`,
        good: sql`not l.missed and l.ended_at <= l.due_at`,
        beside: { running: sql`not l.missed and l.ended_at is null and l.due_at >= ${now}` },
      }),
  },
  ...countedRows('acceptedInTime', acceptances),
})

const resolutions = {
  short: words('没按时办结的', 'not in time'),
  over: words('超时未办结', 'not resolved, and over'),
  ledger: words('挂账（算未办结）', 'in the ledger: counts as not resolved'),
  running: words('时限未到', 'not due yet'),
  excluded: out,
}

export const resolvedInTime = defineMetric({
  name: 'resolvedInTime',
  label: words('按时办结率', 'resolved in time'),
  unit: share,
  kind: 'ratio',
  definition: {
    formula: words(
      '按时办结 ÷（已办结 + 办理单位超时未办结），每轮单独计；一轮里超过了的，后来另起时限也不算按时',
      'resolved in time, over resolved and those that a handling unit let run over; each round counts, and what was missed in it stays missed when another limit begins',
    ),
    window: reported,
    denominator: words(
      '已办结的、到办结时限仍未办结的和挂账的；挂起、等延期答复的不计',
      'what was resolved, what was not when its limit ran out, and what is in the ledger; not while suspended, or while an extension asked in time waits',
    ),
  },
  besides: resolutions,
  measure: {
    ...{ name: 'resolvedInTime', of, byLimits: true },
    rows: (now) => {
      const ledger = sql`(c.state = 'ledger' and l.round = c.round)`
      const done = sql`(l.round < c.round or c.state in ('verifying', 'resolved', 'closed'))`
      const over = sql`(l.step = 'resolve' and not ${done} and (l.missed or (coalesce(l.ended_at, ${now}) > l.due_at and c.item->'extension' is null)))`
      return ratioOf({
        joined: lastOf('resolve', 'solve', 'triage'),
        round: sql`l.round`,
        due: sql`${done} or ${over} or ${ledger}`,
        good: sql`${done} and not l.missed and l.ended_at <= l.due_at`,
        beside: { over, ledger, running: sql`l.step = 'resolve' and l.ended_at is null and not ${done} and not ${over}` },
      })
    },
  },
  ...countedRows('resolvedInTime', resolutions),
})

/**
 * What the reporter said last, on the page or on the telephone. That it was solved is good for its round alone: the next began because it
 * was not. Not what was said with a code that a worker had in hand, until a call
 * back has confirmed it. Followers rate for themselves and are not counted here.
 */
export const lastWord = sql`from jsonb_array_elements(c.item->'ratings') with ordinality as r (value, place)
  where r.value->>'party' = c.reporter and r.value->>'by' <> 'codeSeenByStaff'
    and ((r.value->>'round')::integer = c.round or not (r.value->>'solved')::boolean) order by r.place desc limit 1`
const answer = sql`left join lateral (
  select (r.value->>'solved')::boolean as solved, (r.value->>'level')::integer as level, r.value->>'by' as by,
    (r.value->>'round')::integer as round ${lastWord}) a on true`
const answered = sql`a.solved is not null`
const asked = sql`(c.state in ('resolved', 'closed') or c.round > 1 or ${answered})`
const inLedger = sql`(c.state = 'ledger')`
// Of before each call was kept, only those that were answered left something.
const saidOnTheTelephone = sql`c.item->'ratings' @> '[{"by": "callBack"}]'`
const answers = {
  joined: answer,
  round: sql`coalesce(a.round, c.round)`,
  // What staff found on patrol has nobody who could be satisfied: the grid leader checks it.
  where: sql`not c.staff_reported and ${asked}`,
  due: answered,
  beside: {
    asked: sql`true`,
    answered,
    unrated: sql`a.solved is null`,
    byCallBack: sql`a.by = 'callBack'`,
    called: sql`(jsonb_array_length(coalesce(c.item->'calls', '[]')) > 0 or ${saidOnTheTelephone})`,
    reached: sql`(coalesce(c.item->'calls', '[]') @> '[{"answered": true}]' or ${saidOnTheTelephone})`,
    throughStaff: sql`a.solved is null and c.item->'ratings' @> '[{"by": "codeSeenByStaff"}]'`,
    reopened: sql`c.round > 1`,
  },
}
const besideAnswers = {
  asked: words('请评价', 'asked'),
  answered: words('已评价', 'answered'),
  unrated: words('未评价（不算满意，也不进分母）', 'unrated: never satisfied, and not counted below'),
  byCallBack: words('其中电话回访', 'of these by call-back'),
  called: words('打过回访电话的', 'called back, answered or not'),
  reached: words('其中接通的', 'of these reached'),
  throughStaff: words(
    '用工作人员经手的查询码评的（回访确认前不计）',
    'rated with a code that a worker had in hand: not counted until a call back',
  ),
  reopened: words('重办过', 'reopened'),
  excluded: out,
}
const whoAnswered = words(
  '本人评价或回访答复过的事项，取最后一次，重办前说的“已解决”不算；用经工作人员手的查询码评的，回访确认前算未评价；巡查发现的不计',
  'cases whose reporter rated or answered a call-back, by their last word, "solved" before it was reopened not counted; rated with a code that a worker had in hand counts as unrated until a call back; not what staff reported',
)

const solutions = {
  short: words('没解决的', 'not solved'),
  ...besideAnswers,
  ledger: words('挂账（算未解决）', 'in the ledger: counts as not solved'),
}

export const resolutionRate = defineMetric({
  name: 'resolutionRate',
  label: words('解决率', 'resolution rate'),
  unit: share,
  kind: 'ratio',
  aboutPeople: true,
  definition: {
    formula: words(
      '报单人说已解决 ÷（已评价 + 挂账）',
      'solved, as the reporter says, over those who answered and what is in the ledger',
    ),
    window: reported,
    denominator: words(
      '本人评价或回访答复过的事项，取最后一次，重办前说的“已解决”不算，和挂账的事项；用经工作人员手的查询码评的，回访确认前算未评价；巡查发现的不计',
      'cases whose reporter rated or answered a call-back, by their last word, "solved" before it was reopened not counted, and those in the ledger; rated with a code that a worker had in hand counts as unrated until a call back; not what staff reported',
    ),
  },
  besides: solutions,
  measure: {
    ...{ name: 'resolutionRate', of },
    // What is in the ledger is not solved, whoever has said what of it.
    rows: () =>
      ratioOf({
        ...answers,
        where: sql`not c.staff_reported and (${asked} or ${inLedger})`,
        due: sql`${answered} or ${inLedger}`,
        good: sql`a.solved and not ${inLedger}`,
        beside: { ...answers.beside, ledger: inLedger },
      }),
  },
  ...countedRows('resolutionRate', solutions),
})

const satisfactions = { short: words('不够满意的', 'not satisfied'), ...besideAnswers }

export const satisfactionRate = defineMetric({
  name: 'satisfactionRate',
  label: words('满意率', 'satisfaction rate'),
  unit: share,
  kind: 'ratio',
  aboutPeople: true,
  definition: {
    formula: words('满意和非常满意 ÷ 已评价', 'the upper two of five levels, over those who answered'),
    window: reported,
    denominator: whoAnswered,
  },
  besides: satisfactions,
  measure: { name: 'satisfactionRate', of, rows: () => ratioOf({ ...answers, good: sql`a.level >= 4` }) },
  ...countedRows('satisfactionRate', satisfactions),
})
