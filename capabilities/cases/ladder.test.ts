import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Post } from '#kernel/people/actor.ts'
import type { Case } from './contract/item.ts'
import { ladderOf } from './ladder.ts'

const rules = { district: 'd' }
const place = { how: 'inside', point: null, metres: 0, street: 's', community: 'c', grid1: 'g1', grid2: 'g2', label: '' } as const
/** As much of a case as the ladder looks at. */
const held = (holder: Post | undefined, more: object = {}) =>
  Object.assign(Object.create(null), {
    place,
    parts: [],
    about: [],
    protected: false,
    ...(holder && { holder }),
    ...more,
  }) as Case
const said = (item: Case, step = 'resolve') => ladderOf(item, { step }, rules).map(({ role, unit }) => `${role}@${unit}`)

const district = ['supervisor@d', 'leader@d']
const rungs: readonly [string, Case, string | undefined, readonly string[]][] = [
  [
    'a grid worker',
    held({ role: 'gridWorker', unit: 'g2' }),
    'accept',
    ['gridWorker@g2', 'communitySecretary@c', 'streetDesk@s', ...district],
  ],
  [
    'a community',
    held({ role: 'communitySecretary', unit: 'c' }),
    'triage',
    ['communitySecretary@c', 'streetDesk@s', ...district],
  ],
  ['a street', held({ role: 'streetDesk', unit: 's' }), 'triage', ['streetDesk@s', ...district]],
  ['a street on duty at night', held({ role: 'dutyOfficer', unit: 's' }), 'accept', ['dutyOfficer@s', ...district]],
  ['the dispatcher, who rules', held({ role: 'dispatcher', unit: 'd' }), 'rule', ['dispatcher@d', ...district]],
  ['the supervisor, with an appeal', held({ role: 'supervisor', unit: 'd' }), 'appeal', ['supervisor@d', 'leader@d']],
  ['a clerk', held({ role: 'clerk', unit: 'b' }), 'resolve', ['clerk@b', 'unitLeader@b', ...district]],
  [
    'a property company',
    held({ role: 'propertyManager', unit: 'p' }),
    'resolve',
    ['propertyManager@p', 'unitLeader@p', ...district],
  ],
  [
    'an extension that was asked for: the dispatcher, not the clerk',
    held({ role: 'clerk', unit: 'b' }),
    'extension',
    ['dispatcher@d', ...district],
  ],
  ['nobody: the dispatcher', held(undefined), 'accept', ['dispatcher@d', ...district]],
  [
    'an assisting unit',
    held({ role: 'clerk', unit: 'b' }, { parts: [{ unit: 'e', holder: { role: 'clerk', unit: 'e' } }] }),
    'part:e',
    ['clerk@e', 'unitLeader@e', ...district],
  ],
  [
    'what is protected, at the dispatcher',
    held({ role: 'dispatcher', unit: 'd' }, { protected: true }),
    'accept',
    ['dispatcher@d', 'supervisor@d'],
  ],
  [
    'what is protected, at a clerk',
    held({ role: 'clerk', unit: 'b' }, { protected: true }),
    'resolve',
    ['clerk@b', 'supervisor@d'],
  ],
  [
    'what is about the community',
    held({ role: 'streetDesk', unit: 's' }, { about: ['c'] }),
    'triage',
    ['streetDesk@s', ...district],
  ],
]

for (const [whose, item, step, ladder] of rungs)
  test(`a limit of ${whose} is told upwards only`, () => assert.deepEqual(said(item, step), ladder))
