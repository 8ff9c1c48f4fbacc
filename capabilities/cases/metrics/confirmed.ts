import { sql } from 'kysely'
import { defineMetric } from '#kernel/metric/define.ts'
import { words } from '#kernel/words.ts'
import { countedCases as of, ratioOf } from './countable.ts'
import { lastWord } from './rates.ts'
import { countedRows } from './rows.ts'
import { reported } from './said.ts'

/**
 * Who bears a solution out, as `b`, looked up once a case: what its reporter said last; whether somebody else than who did it looked on site,
 * after it was done; whether a photo shows it. That it has an offset keeps it from being looked up anew for each number. No outer join, as
 * the rates have it: in one select with a look into the limits, whose policy asks for a setting, Citus refuses one.
 */
const borneOut = sql`cross join lateral (select (select (r.value->>'solved')::boolean ${lastWord}) as solved,
    exists (select from unnest(c.limits) m where m.step = 'verify'
      and m.round = c.round and m.ended_at >= (c.item->'resolution'->>'at')::timestamptz) as seen,
    jsonb_array_length(coalesce(c.item->'resolution'->'photos', '[]')) > 0 as shown offset 0) b`
const saysYes = sql`coalesce(b.solved, false)`
const saysNo = sql`coalesce(not b.solved, false)`

const grounds = {
  short: words('没有依据的', 'not borne out'),
  byReporter: words('报单人确认', 'confirmed by the reporter'),
  byVisit: words('现场核查', 'seen on site'),
  byPhoto: words('有处理后照片', 'shown by a photo'),
  claimedOnly: words('只有承办单位自述', 'said by the unit alone'),
  denied: words('报单人说没解决', 'the reporter says it is not solved'),
  excluded: words('已剔除', 'excluded'),
}

/** A solution is one where somebody else than the unit says so, or a photo shows it (`loop.md`): each is counted apart. */
export const solvedConfirmed = defineMetric({
  name: 'solvedConfirmed',
  label: words('办结有据率', 'solutions that are borne out'),
  unit: words('比例（0 至 1）', 'share (0 to 1)'),
  kind: 'ratio',
  definition: {
    formula: words(
      '报单人确认、现场核查或有处理后照片的 ÷ 承办单位报“已解决”的；报单人说没解决的不算',
      'confirmed by the reporter, seen on site, or shown by a photo, over what units say is solved; never what the reporter says is not',
    ),
    window: reported,
    denominator: words('已办结（含归档）且结果为“已解决”的事项', 'resolved and closed cases whose outcome is solved'),
  },
  besides: grounds,
  measure: {
    ...{ name: 'solvedConfirmed', of, byLimits: true },
    rows: () =>
      ratioOf({
        joined: borneOut,
        where: sql`c.state in ('resolved', 'closed') and c.outcome = 'solved'`,
        due: sql`true`,
        good: sql`not ${saysNo} and (${saysYes} or b.seen or b.shown)`,
        beside: {
          byReporter: saysYes,
          byVisit: sql`b.seen`,
          byPhoto: sql`b.shown`,
          claimedOnly: sql`not (${saysYes} or ${saysNo} or b.seen or b.shown)`,
          denied: saysNo,
        },
      }),
  },
  ...countedRows('solvedConfirmed', grounds),
})
