// SPDX-License-Identifier: Apache-2.0
import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { RouterProvider } from 'react-router-dom'
import { queryClient } from './api/query_client'
import { router } from './routes'
import { isRightToLeft } from './state/language'
import { theme } from './theme'

function FollowDirection({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation()
  const { setDirection } = useDirection()
  useEffect(() => {
    setDirection(isRightToLeft(i18n.language) ? 'rtl' : 'ltr')
  }, [i18n.language, setDirection])
  return children
}

export function App({ nonce }: { nonce: string }) {
  return (
    <DirectionProvider>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
        withStaticClasses={false}
      >
        <QueryClientProvider client={queryClient}>
          <FollowDirection>
            <RouterProvider router={router} future={{ v7_startTransition: true }} />
          </FollowDirection>
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  )
}
