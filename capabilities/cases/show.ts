import { masked } from '#kernel/flow/reveal.ts'
import type { Post } from '#kernel/people/actor.ts'
import { roles } from '#kernel/people/roles.ts'
import { asOf } from '#kernel/time/calendar.ts'
import { explain } from '#kernel/time/limit.ts'
import { exactly } from '#kernel/time/zone.ts'
import type { Words } from '#kernel/words.ts'
import { leadOf } from './columns.ts'
import type { Case } from './contract/item.ts'
import type { SeenCase } from './contract/seen.ts'
import { stateNames } from './contract/states.ts'
import { isExcluded } from './decisions/excluding.ts'
import { leadUnit } from './leading.ts'
import { type CaseContext, nameOf, type Rulebook } from './rulebook.ts'
import { placeFor, readsMerged, seesItsPlace, sightIn, standingOf } from './sight.ts'

/** A case as one person sees it. Secrets are still references here; the kernel opens those that are left in, and logs it. */
export function show(item: Case, { actor, rules, calendar }: CaseContext): SeenCase {
  const standing = standingOf(item, actor, rules)
  const { words, contact, inHouse } = sightIn(standing, item)
  const half = (secret: string) => (contact === 'half' ? masked(secret) : secret)
  const lead = leadOf(item)
  const category = rules.categories.get(item.category)
  const keeper = item.regards?.keeper?.unit
  const suggested = keeper ?? (category && leadUnit(rules, category, item.place))
  const post = ({ role, unit }: Post) => ({ role, unit, unitName: nameOf(rules, unit) })
  return {
    ...{ id: item.id, number: item.number, version: item.version, state: item.state, standing },
    ...{ category: item.category, kind: item.kind, urgency: item.urgency, channel: item.channel },
    categoryName: category?.name ?? { zh: item.category, en: item.category },
    ...{ reportedAt: item.reportedAt, round: item.round, place: placeFor(item, actor), gist: item.gist },
    photos: words ? item.photos : [],
    ...(words && { words: item.words, ...(item.where !== undefined && { where: item.where }) }),
    ...(contact !== 'none' && {
      ...(item.name !== undefined && { name: half(item.name) }),
      ...(item.phone !== undefined && { phone: half(item.phone) }),
      ...(item.home !== undefined && { home: half(item.home) }),
    }),
    ...{ shareContact: item.shareContact, staffReported: item.staffReported, followers: item.followers.length },
    ...('holder' in item && { holder: post(item.holder) }),
    ...(lead !== undefined && { lead: { unit: lead, name: nameOf(rules, lead), bound: 'bound' in item && item.bound } }),
    ...('takenBy' in item && item.takenBy && { takenBy: { name: item.takenBy.name, at: item.takenBy.at } }),
    ...(standing === 'handler' &&
      suggested !== undefined && { suggestedLead: { unit: suggested, name: nameOf(rules, suggested) } }),
    ...(item.regards && {
      regards: {
        ...{ kind: item.regards.kind, code: item.regards.code, name: item.regards.name },
        ...(keeper !== undefined && { keeperName: nameOf(rules, keeper) }),
      },
    }),
    photosWanted: category?.photosWanted ?? { before: false, after: false },
    routedBy: item.routedBy,
    limits: item.limits
      .filter(({ step }) => inHouse || step !== 'duty')
      .map(({ id, step, round, span, startsAt, dueAt, yellowAt, cause, calendar: version }) => ({
        id,
        step,
        round,
        startsAt,
        dueAt,
        yellowAt,
        cause,
        explained: explain(asOf(calendar, version), Temporal.Instant.from(startsAt), span),
      })),
    parts: item.parts.map(({ unit, task, state, answer }) => ({
      unit,
      name: nameOf(rules, unit),
      task,
      state,
      ...(answer !== undefined && { answer }),
    })),
    ...(item.contactedAt !== undefined && { contactedAt: item.contactedAt }),
    ...(item.question && words && { question: item.question }),
    ...('extension' in item && item.extension && { extension: { days: item.extension.days, reason: item.extension.reason } }),
    ...('suspension' in item &&
      item.suspension && {
        suspension: { reason: item.suspension.reason, until: item.suspension.until, words: item.suspension.words },
      }),
    ...(item.state === 'suspended' && { pause: { reason: item.pause.reason, until: item.pause.until } }),
    ...(item.state === 'ledger' && { ledger: shownLedger(item.ledger) }),
    ...(item.state === 'contested' && {
      dispute: {
        why: item.dispute.why,
        words: item.dispute.words,
        ...(item.dispute.rightBody !== undefined && { rightBody: nameOf(rules, item.dispute.rightBody) }),
      },
    }),
    ...('resolution' in item && { resolution: seenResolution(item.resolution, rules) }),
    ...(item.state === 'resolved' && { closesAt: item.closesAt }),
    ...(item.state === 'closed' && { closedAt: item.closedAt, unrated: item.unrated }),
    ...('decline' in item && {
      decline: {
        reason: item.decline.reason,
        ground: item.decline.ground,
        door: item.decline.door,
        words: item.decline.words,
        final: item.state === 'declined' && item.final,
      },
    }),
    ...(item.state === 'appealed' && words && { appeal: item.appeal.words }),
    ...(item.state === 'merged' && { parent: item.parent }),
    ...('continuedAs' in item && standing !== 'reporter' && { continuedAs: item.continuedAs }),
    related: item.children.length,
    children: seesItsPlace(item, actor) ? item.children : [],
    readsMerged: item.children.length > 0 && readsMerged(item, actor, rules),
    ...(item.origin !== undefined && { origin: item.origin }),
    ratings: item.ratings
      .filter(({ party }) => standing !== 'follower' || party === actor.id)
      .map(({ round, solved, level, words: said, at, by, party }) => ({
        round,
        solved,
        level,
        at,
        by,
        own: party === actor.id,
        ...(words && (actor.role !== 'resident' || party === actor.id) && said !== undefined && { words: said }),
      })),
    ...(inHouse && item.calls && { calls: item.calls }),
    whistles: item.whistles.map(({ id, units, place, at, came }) => ({
      id,
      units: units.map((unit) => nameOf(rules, unit)),
      place,
      at,
      came: came.map((unit) => nameOf(rules, unit)),
    })),
    ...(inHouse && seenOutside(item)),
    ...(inHouse && item.authority && { authority: item.authority }),
    supervised: item.supervised ?? false,
    ...(item.leader !== undefined && { leader: item.leader }),
    ...(item.summary !== undefined && { summary: item.summary }),
    published: item.publishedAt !== undefined,
    ...(item.excluded &&
      (item.excluded.round ?? item.round) === item.round && {
        excluded: { ground: item.excluded.ground, agreed: isExcluded(item) },
      }),
  }
}

const shownLedger = ({ leader, plan, missing, since }: Extract<Case, { state: 'ledger' }>['ledger']) => ({
  ...{ leader, plan, missing, since },
})

/** Where it came from, and how far that is answered. */
const seenOutside = ({ outerId, outerDueAt, answeredOutside }: Case) => ({
  ...(outerId !== undefined && { outerId }),
  ...(outerDueAt !== undefined && { outerDueAt }),
  ...(answeredOutside && { answeredOutside: answeredOutside.at }),
})

const seenResolution = (
  { outcome, done, because, rightBody, photos, at, by }: Extract<Case, { state: 'resolved' }>['resolution'],
  rules: Rulebook,
) => ({
  ...{ outcome, done, photos, at, by: by.name, unitName: nameOf(rules, by.post.unit) },
  ...(because !== undefined && { because }),
  ...(rightBody !== undefined && { rightBody: nameOf(rules, rightBody) }),
})

/** Where a case is and who has it, for somebody whose command came too late: "王敏（网格员）已于 10:32 承单". */
export function standing(item: Case): Words {
  if ('takenBy' in item && item.takenBy) {
    const { name, at } = item.takenBy
    const role = roles[item.holder.role]
    const when = exactly(Temporal.Instant.from(at))
    return {
      zh: `${name}（${role.zh}）已于 ${when.zh} 承接，现在${stateNames[item.state]}`,
      en: `${name} (${role.en}) took it ${when.en}; it is ${item.state} now`,
    }
  }
  if ('holder' in item) {
    const role = roles[item.holder.role]
    return {
      zh: `现在${stateNames[item.state]}，由${role.zh}（${item.holder.unit}）承办`,
      en: `it is ${item.state}, with the ${role.en} of ${item.holder.unit}`,
    }
  }
  return { zh: `现在${stateNames[item.state]}`, en: `it is ${item.state} now` }
}
