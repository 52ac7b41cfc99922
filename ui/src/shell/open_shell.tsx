// SPDX-License-Identifier: Apache-2.0
import { AppShell } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Outlet } from 'react-router-dom'
import { Header } from './header'
import { LoadingBar } from './loading_bar'
import classes from './shell.module.css'

// Around the pages that are everybody's: without navigation, without signing in.
export function OpenShell() {
  const { t } = useTranslation()
  return (
    <>
      <a href="#main" className={classes.skip}>
        {t('shell.skip')}
      </a>
      <LoadingBar />
      <AppShell header={{ height: 60 }} padding={{ base: 'md', sm: 'xl' }}>
        <AppShell.Header>
          <Header />
        </AppShell.Header>
        <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
          <Outlet />
        </AppShell.Main>
      </AppShell>
    </>
  )
}
