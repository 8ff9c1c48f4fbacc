import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { shownValue, type Told } from './figures.ts'

use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer])

interface Drawn {
  label: string
  kind: Told['kind']
  names: readonly string[]
  values: readonly (number | null)[]
  /** Which of them are of a part only: they stand for themselves, and no line leads to them. */
  parts: readonly boolean[]
  /** A line for what follows in time, of more than two that make one; bars for what stands side by side. */
  line: boolean
}

/**
 * A figure drawn group by group, in the colours and sizes of the page as it was when it came: for others it is put up anew. Its table
 * stands below it: the drawing is never the only way to read it.
 */
export default function Chart({ label, kind, names, values, parts, line }: Drawn) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!place.current) return
    const style = getComputedStyle(document.documentElement)
    const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
    const type = Number.parseFloat(style.fontSize) * 0.8
    const chart = init(place.current, null, { renderer: 'svg' })
    const text = { color: colour('soft'), fontSize: type }
    const value = (given: unknown) => (typeof given === 'number' ? shownValue(kind, given) : '—')
    const groups = {
      type: 'category' as const,
      data: [...names],
      axisLabel: { ...text, interval: line ? ('auto' as const) : 0 },
      axisTick: { show: false },
    }
    const amounts = {
      type: 'value' as const,
      axisLabel: { ...text, formatter: value },
      splitLine: { lineStyle: { color: colour('line') } },
    }
    chart.setOption({
      animationDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      // On the canvas: markup with styles of its own is what our content security policy forbids.
      tooltip: { renderMode: 'richText', trigger: line ? 'item' : 'axis', valueFormatter: value, confine: true },
      grid: { left: 8, right: 24, top: 16, bottom: 8, containLabel: true },
      ...(line ? { xAxis: groups, yAxis: amounts } : { xAxis: amounts, yAxis: { ...groups, inverse: true } }),
      series: line
        ? [
            {
              ...{ name: label, type: 'line', symbol: 'circle', symbolSize: 8, color: colour('accent') },
              data: values.map((one, place) => (parts[place] ? null : one)),
            },
            {
              ...{ name: label, type: 'line', symbol: 'emptyCircle', symbolSize: 10, color: colour('soft') },
              lineStyle: { width: 0 },
              data: values.map((one, place) => (parts[place] ? one : null)),
            },
          ]
        : [
            {
              name: label,
              type: 'bar',
              data: [...values],
              barMaxWidth: 18,
              itemStyle: { color: colour('accent') },
              label: { show: true, position: 'right', ...text, formatter: ({ value: one }: { value?: unknown }) => value(one) },
            },
          ],
    })
    const resize = new ResizeObserver(() => chart.resize())
    resize.observe(place.current)
    return () => {
      resize.disconnect()
      chart.dispose()
    }
  }, [label, kind, names, values, parts, line])
  const height = line ? 280 : Math.max(160, names.length * 28 + 40)
  return <div ref={place} role="img" aria-label={label} className="chart" style={{ height }} />
}
