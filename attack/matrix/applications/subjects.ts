import { after, type Maker, type Makers } from '../kit.ts'

/** A shop that applies to become a station. */
export const shop = {
  ...{ kind: 'convenience', name: '梅园便民驿站', address: '梅园东门', longitude: 119.005, latitude: 36.005 },
  ...{ host: { kind: 'shop', name: '裁缝铺' }, services: ['tailoring'], facilities: ['rest'] },
  hours: { weekly: [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '19:00' }], exceptions: [] },
}

const applied: Maker = async ({ post }) => (await post('reporter', '/api/applications', shop)).id
const visited = after(applied, ({ post }, id) =>
  post('communitySecretary', `/api/applications/${id}/visit`, { visitedOn: '2026-03-02', found: '可以' }),
)

/** How applications come to the states in which they are knocked at. */
export const subjects = {
  'application applied': applied,
  'application visited': visited,
  'application approved': after(visited, ({ post }, id) => post('communitySecretary', `/api/applications/${id}/approve`)),
} satisfies Makers
