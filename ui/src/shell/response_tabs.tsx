// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router-dom'
import { responsePages } from './desks'
import classes from './response_tabs.module.css'

// From page to page of what a response does: links, since each has an address of its own.
export function ResponseTabs() {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('navigation.response')}>
      <ul className={classes.tabs}>
        {responsePages.map(({ key, path }) => (
          <li key={key}>
            <NavLink to={path} className={classes.tab}>
              {t(`navigation.${key}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

// Whether the list of a kind is one of them.
export const isOfResponse = (plural: string) =>
  responsePages.some(({ path }) => path === `/records/${plural}`)
