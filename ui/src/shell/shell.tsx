// SPDX-License-Identifier: Apache-2.0
import { AppShell, Center, Loader } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet } from 'react-router-dom'
import { useLiveUpdates } from '@/api/live'
import { useSession } from '@/api/session'
import { ProblemMessage } from '@/kit/problem_message'
import { SignIn } from '@/pages/sign_in/sign_in'
import { Header } from './header'
import { LoadingBar } from './loading_bar'
import { Navigation } from './navigation'
import classes from './shell.module.css'

export function Shell() {
  const { t } = useTranslation()
  const session = useSession()
  const [opened, { toggle, close }] = useDisclosure(false)
  const signedIn = !!session.data
  const ended = useEndedSession(signedIn)
  useLiveUpdates(signedIn)
  return (
    <>
      <a href="#main" className={classes.skip}>
        {t('shell.skip')}
      </a>
      <LoadingBar />
      <AppShell
        header={{ height: 60 }}
        navbar={
          signedIn ? { width: 248, breakpoint: 'sm', collapsed: { mobile: !opened } } : undefined
        }
        padding={{ base: 'md', sm: 'xl' }}
      >
        <AppShell.Header>
          <Header opened={opened} onToggle={signedIn ? toggle : undefined} />
        </AppShell.Header>
        {signedIn && (
          <AppShell.Navbar p="sm" aria-label={t('navigation.label')}>
            <Navigation onLeave={close} />
          </AppShell.Navbar>
        )}
        <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
          {session.isPending && (
            <Center mih={240}>
              <Loader aria-label={t('kit.loading')} />
            </Center>
          )}
          {session.error && <ProblemMessage error={session.error} />}
          {session.data === null && <SignIn ended={ended} />}
          {signedIn && <Outlet />}
        </AppShell.Main>
      </AppShell>
    </>
  )
}

// Whether somebody was signed in before and no longer is.
function useEndedSession(signedIn: boolean): boolean {
  const was = useRef(false)
  useEffect(() => {
    if (signedIn) was.current = true
  }, [signedIn])
  return was.current && !signedIn
}
