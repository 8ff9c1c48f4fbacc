import { type Refusal, refuse } from '#kernel/flow/refusal.ts'
import type { Rule } from '../contract/inputs.ts'
import type { CaseIn } from '../contract/item.ts'
import { known } from '../known.ts'
import { causes, limitsAfter } from '../limits.ts'
import { type CaseContext, deskOf, dispatcherOf } from '../rulebook.ts'
import { gridPost } from './accepting.ts'
import { decline } from './declining.ts'
import { sentTo } from './dispatching.ts'
import { monthly } from './ledger.ts'

/** 裁定: names the duty it rests on, and binds: a ruled lead does not return the case. */
export function rule(
  item: CaseIn<'contested'>,
  input: Rule,
  context: CaseContext,
): CaseIn<'dispatched' | 'handling' | 'accepted' | 'triage' | 'ledger' | 'declined'> | Refusal {
  const { decision, lead, assisting, words } = input
  const base = { ...known(item), ...(input.leader !== undefined && { leader: input.leader }) }
  const end = ['rule'] as const
  if (item.dispute.why === 'notSolved' && decision !== 'decline' && !input.leader)
    return refuse('两次未解决，须写明牵头新一轮办理的责任领导', 'after two "not solved" a named leader answers for the new round')

  if (decision === 'dispatch') {
    if (!lead) return refuse('请选择主办单位', 'choose the lead')
    return sentTo(
      base,
      item,
      { lead, ...(assisting && { assisting }), bound: true, by: dispatcherOf(context.rules), end },
      context,
    )
  }
  if (decision === 'keep') {
    if (!item.work) return refuse('没有可以继续办理的主办单位', 'there is no lead that could go on')
    const limits = limitsAfter(item, context, { end, begin: [{ step: 'resolve', cause: causes.ruled }] })
    const holder = leadPost(item, context)
    if (!holder) return refuse('原主办单位已不存在，请另派', 'that lead is no more: dispatch it elsewhere')
    return { ...base, ...limits, ...item.work, bound: true, state: 'handling', holder }
  }
  if (decision === 'grid') {
    const post = gridPost(item, context)
    if (!post) return refuse('这里没有在岗的网格员', 'no grid here has a worker')
    const limits = limitsAfter(item, context, { end, begin: [{ step: 'solve', cause: causes.ruled }] })
    return { ...base, ...limits, state: 'accepted', holder: post }
  }
  if (decision === 'triage') {
    const limits = limitsAfter(item, context, { end, begin: [{ step: 'triage', cause: causes.ruled }] })
    return { ...base, ...limits, state: 'triage', holder: dispatcherOf(context.rules), desk: 'district' }
  }
  if (decision === 'decline') {
    const reason = input.decline ?? item.dispute.decline
    const said = { words, ...(input.outside !== undefined && { outside: input.outside }) }
    return reason ? decline(item, { reason, ...said }, context) : refuse('请选择不予受理的理由', 'choose why it is declined')
  }
  const holder = leadPost(item, context)
  if (!item.work || !holder) return refuse('挂账须有主办单位', 'the ledger needs a lead')
  if (!input.leader || !input.plan) return refuse('挂账须写明负责人和计划', 'the ledger needs a leader and a plan')
  const ledger = { leader: input.leader, plan: input.plan, missing: words.slice(0, 500), since: context.now.toString() }
  const limits = limitsAfter(item, context, { end: 'all', begin: [monthly] })
  return { ...base, ...limits, ...item.work, bound: true, state: 'ledger', holder, ledger }
}

function leadPost(item: CaseIn<'contested'>, { rules }: CaseContext) {
  return item.work ? deskOf(rules, item.work.lead) : undefined
}
