/** The roles that people are given, with the kinds of unit that each is at. */
export const postsAt: Readonly<Record<string, readonly string[] | 'grid' | 'district'>> = {
  gridWorker: 'grid',
  gridLeader: 'grid',
  steward: 'grid',
  communitySecretary: ['community'],
  communityWorker: ['community'],
  streetDesk: ['street'],
  clerk: ['bureau', 'station', 'utility', 'street', 'community'],
  unitLeader: ['bureau', 'station', 'utility'],
  propertyManager: ['propertyCompany'],
  dispatcher: 'district',
  caller: 'district',
  supervisor: 'district',
  leader: 'district',
  systemAdmin: 'district',
  securityAdmin: 'district',
  auditAdmin: 'district',
}
