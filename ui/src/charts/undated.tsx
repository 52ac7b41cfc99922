// SPDX-License-Identifier: Apache-2.0
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface UndatedProps {
  items: { key: string; name: ReactNode }[]
}

// What a timeline cannot show, in words below its bars.
export function Undated({ items }: UndatedProps) {
  const { t } = useTranslation()
  return (
    <>
      {t('charts.undated')}{' '}
      {items.map(({ key, name }, index) => (
        <Fragment key={key}>
          {index > 0 && ' · '}
          {name}
        </Fragment>
      ))}
    </>
  )
}
