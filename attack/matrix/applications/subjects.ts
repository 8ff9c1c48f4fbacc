/** A shop that applies to become a station. */
export const shop = {
  ...{ kind: 'convenience', name: '梅园便民驿站', address: '梅园东门', longitude: 119.005, latitude: 36.005 },
  ...{ host: { kind: 'shop', name: '裁缝铺' }, services: ['tailoring'], facilities: ['rest'] },
  hours: { weekly: [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '19:00' }], exceptions: [] },
}
