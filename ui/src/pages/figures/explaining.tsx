// SPDX-License-Identifier: Apache-2.0
import { Drawer } from '@mantine/core'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Query } from '@/api/client'
import type { NamedFigure } from '@/api/figure_types'
import { figureKey } from '@/api/figures'
import { Explanation } from './explanation'

type Explain = (figure: NamedFigure) => void
const Context = createContext<Explain>(() => {})

// Opens the panel that says how a figure came about.
export const useExplain = () => useContext(Context)

interface ExplainingProps {
  filter?: Query // what narrows every figure of the page beside its own groups
  children: ReactNode
}

export function Explaining({ filter = {}, children }: ExplainingProps) {
  const { t } = useTranslation()
  const [figure, setFigure] = useState<NamedFigure | null>(null)
  return (
    <Context.Provider value={setFigure}>
      {children}
      <Drawer
        opened={figure !== null}
        onClose={() => setFigure(null)}
        position="right"
        size="lg"
        title={t('explanation.title')}
        closeButtonProps={{ 'aria-label': t('kit.close') }}
      >
        {figure && <Explanation question={{ ...filter, ...present(figureKey(figure)) }} />}
      </Drawer>
    </Context.Provider>
  )
}

const present = (query: Query): Query =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined))
