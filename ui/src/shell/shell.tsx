// SPDX-License-Identifier: Apache-2.0
import { AppShell, Center, Loader } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet } from 'react-router-dom'
import { useLiveUpdates } from '@/api/live'
import { useSession } from '@/api/session'
import { ProblemMessage } from '@/kit/problem_message'
import { Header } from './header'
import { LoadingBar } from './loading_bar'
import { Navigation } from './navigation'
import classes from './shell.module.css'

// Whoever is signed in does without it.
const SignIn = lazy(async () => ({
  default: (await import('@/pages/sign_in/sign_in')).SignIn,
}))

export function Shell() {
  const { t } = useTranslation()
  const session = useSession()
  const [opened, { toggle, close }] = useDisclosure(false)
  const signedIn = !!session.data
  const ended = useEndedSession(signedIn)
  useLiveUpdates(signedIn)
  const waiting = (
    <Center mih={240}>
      <Loader aria-label={t('kit.loading')} />
    </Center>
  )
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
          {session.isPending && waiting}
          {session.error && <ProblemMessage error={session.error} />}
          {session.data === null && (
            <Suspense fallback={waiting}>
              <SignIn ended={ended} />
            </Suspense>
          )}
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
