import { halfYear, type Rule, rowsBefore, threeYears } from '#kernel/retention/rule.ts'
import { words } from '#kernel/words.ts'
import { forgetSettled, forgetWithdrawn } from './outdated.ts'

/** What cases keep for so long and no longer. */
export const caseRules: readonly Rule[] = [
  {
    what: words(
      '撤回的报单里的个人信息、原话、照片、查询码',
      'of a withdrawn report what is personal, its words, photos and query codes',
    ),
    table: 'vault.secrets, cases.words, cases.callers, people.query_codes, files.files',
    days: halfYear,
    from: words('撤回之日', 'the withdrawal'),
    why: words('核实撤回是否出于本人', 'to check that it was the reporter who withdrew it'),
    forget: forgetWithdrawn,
  },
  {
    what: words('已归档、不予受理、并案事项里的同上各项', 'the same of what was closed, declined or merged'),
    table: 'vault.secrets, cases.words, cases.callers, people.query_codes, files.files',
    days: threeYears,
    from: words('归档、不予受理之日；并案的随主件', 'its close or refusal; of what was merged, that of the other'),
    why: words('复查、复议、审计', 'to look again, for appeals and audits'),
    forget: forgetSettled,
  },
  {
    what: words('补充情况的链接（加密摘要）', 'links to answer a question, hashed'),
    table: 'cases.questions',
    days: 30,
    from: words('失效之日', 'its end'),
    why: words('失效后打开时说明原因', 'whoever opens it late is told why'),
    forget: rowsBefore({ table: 'cases.questions', key: 'hash', at: 'ends_at' }),
  },
]
