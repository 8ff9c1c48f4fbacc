/** The branch of 梅园. */
export const branch = {
  ...{ code: 'branch', name: '梅园小区党支部', kind: 'solo', community: 'garden', estates: ['plum'], secretary: '林梅' },
  ...{ committee: [], groups: [], households: [], foundedOn: '2024-07-01' },
}
