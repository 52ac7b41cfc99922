// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '@/state/formats'
import { useFocusOnNew } from './focus_on_new'

interface GrowingProps<T> {
  items: readonly T[]
  atOnce: number
  children: (shown: T[]) => ReactNode
}

// A long list, as much of it as a telephone draws at once, and more when the reader asks.
export function Growing<T>({ items, atOnce, children }: GrowingProps<T>) {
  const { t } = useTranslation()
  const formats = useFormats()
  const [most, setMost] = useState(atOnce)
  const { box, expect } = useFocusOnNew<HTMLDivElement>(Math.min(most, items.length))
  const grow = () => {
    expect()
    setMost(most + atOnce)
  }
  return (
    <>
      <div ref={box}>{children(items.slice(0, most))}</div>
      {items.length > most && (
        <Button variant="default" mt="md" onClick={grow}>
          {t('kit.more_of', { number: formats.number(Math.min(atOnce, items.length - most)) })}
        </Button>
      )}
    </>
  )
}
