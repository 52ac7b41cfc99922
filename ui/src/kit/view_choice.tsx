// SPDX-License-Identifier: Apache-2.0
import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'

interface ViewChoiceProps<View extends string> {
  views: readonly View[]
  view: View
  labelOf: (view: View) => ReactNode
  onChange: (view: View) => void
  children: ReactNode // of the present view
}

// One thing seen in several ways, of which the present one is rendered.
export function ViewChoice<View extends string>(props: ViewChoiceProps<View>) {
  const { views, view, labelOf, onChange, children } = props
  return (
    <Tabs value={view} onChange={(chosen) => onChange(chosen as View)} keepMounted={false}>
      <Tabs.List mb="lg">
        {views.map((each) => (
          <Tabs.Tab key={each} value={each}>
            {labelOf(each)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {views.map((each) => (
        <Tabs.Panel key={each} value={each}>
          {each === view && children}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
