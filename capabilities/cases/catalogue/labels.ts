/**
 * The seven first-level labels of the labelled messages, each with those groups and categories of ours that it takes in.
 * A group stands for all of its categories. Ours are finer and cut another way, so a few categories stand apart from their
 * group. What no label takes in (care, family, the chain itself) counts as a miss.
 */
export const labels: Readonly<Record<string, readonly string[]>> = {
  城乡建设: ['property', 'house', 'municipal', 'appearance', 'safety', 'utilities', 'traffic.bus', 'village.land'],
  环境保护: ['environment'],
  交通运输: [
    'traffic.taxi',
    'traffic.transport',
    'traffic.post',
    'traffic.congestion',
    'traffic.signals',
    'traffic.parking',
    'traffic.villageRoad',
    'traffic.sharedBike',
  ],
  教育文体: ['education'],
  劳动和社会保障: ['labour', 'care.veterans', 'care.disabled'],
  商贸旅游: ['market'],
  卫生计生: ['health'],
}
