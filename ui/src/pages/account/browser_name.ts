// SPDX-License-Identifier: Apache-2.0
import type { Formats } from '@/state/formats'

// The first that fits counts: most browsers also name those they resemble.
const browsers: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

// What a person calls a browser that names itself in a User-Agent header; a program's own name
// stays as it is.
export function browserName(agent: string, { beside }: Pick<Formats, 'beside'>): string {
  const fitting = (names: [RegExp, string][]) => names.find(([sign]) => sign.test(agent))?.[1]
  const browser = fitting(browsers)
  const system = fitting(systems)
  if (!browser) return agent || '–'
  return system ? beside([browser, system]) : browser
}
