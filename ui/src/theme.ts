// SPDX-License-Identifier: Apache-2.0
import { createTheme, type ListProps, type MantineColorsTuple } from '@mantine/core'

const sea: MantineColorsTuple = [
  '#eaf4fb',
  '#d3e6f4',
  '#a6cce9',
  '#75b0dd',
  '#4d98d3',
  '#2f88cb',
  '#1a78bd',
  '#0b64a3',
  '#07507f',
  '#053f66',
]

// Mantine paints its dark surfaces with these: the blue greys of theme.css.
const night: MantineColorsTuple = [
  '#e8edf2',
  '#c3ced8',
  '#a4b2be',
  '#7d8c99',
  '#3a4855',
  '#2c3844',
  '#1f2933',
  '#182029',
  '#141b23',
  '#11181f',
]

export const theme = createTheme({
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  colors: { sea, dark: night },
  defaultRadius: 'md',
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", "Noto Naskh Arabic", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.25' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.35' },
    },
  },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  // By name: what is imported here, everybody loads first.
  components: {
    // A title in the colour of its ground is too faint to read; the icon has that colour.
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
    // What can be chosen is not rendered before somebody looks: a form's choices of countries and
    // partners are more than all else on its page.
    Combobox: { defaultProps: { keepMounted: false } },
    // Its own way is a box behind the bullet, which sticks out of a narrow page by the bullet's
    // width. Lines hang beside the bullet.
    List: {
      styles: (_: unknown, { listStyleType }: ListProps) => ({
        root:
          listStyleType === 'none'
            ? {}
            : { listStylePosition: 'outside', paddingInlineStart: '1.25em' },
        itemWrapper: { display: 'inline' },
      }),
    },
    // One choice and the caret fit into one line of a narrow filter.
    MultiSelect: { styles: { inputField: { minWidth: '1rem' } } },
  },
})
