/** What a browser says of itself, as people call it. */
export function deviceWords(device: string): string {
  const system = [
    ['MicroMessenger', '微信'],
    ['HarmonyOS', '鸿蒙'],
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Android', 'Android'],
    ['Windows', 'Windows'],
    ['Mac OS', 'Mac'],
    ['Linux', 'Linux'],
  ].find(([sign = '']) => device.includes(sign))?.[1]
  const browser = [
    ['Edg/', 'Edge'],
    ['Firefox/', 'Firefox'],
    ['Chrome/', 'Chrome'],
    ['Safari/', 'Safari'],
  ].find(([sign = '']) => device.includes(sign))?.[1]
  return [system, browser].filter(Boolean).join(' · ') || device.slice(0, 60) || '—'
}
