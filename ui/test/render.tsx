// SPDX-License-Identifier: Apache-2.0
import { DirectionProvider, MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { vi } from 'vitest'
import type { Language } from '@/api/types'
import { startLanguage, switchLanguage } from '@/state/language'

const started = startLanguage()

// Shows a part of the interface by itself, in a language, or a page at its address. Other pages are
// blank.
export async function show(part: ReactNode, language: Language = 'en', path = '/', address = '/') {
  await started
  await switchLanguage(language)
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const router = createMemoryRouter(
    [
      { path, element: part },
      { path: '*', element: null },
    ],
    { initialEntries: [address] },
  )
  return render(
    <DirectionProvider initialDirection={language === 'ar' ? 'rtl' : 'ltr'} detectDirection={false}>
      <MantineProvider env="test">
        <QueryClientProvider client={client}>
          <RouterProvider router={router} future={{ v7_startTransition: true }} />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>,
  )
}

// Answers requests by their path; what was asked for is kept.
export function answer(answers: Record<string, unknown>) {
  const asked: { path: string; method: string; body: unknown }[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : null
    asked.push({ path, method: init.method ?? 'GET', body })
    const found = answers[path.split('?')[0] ?? '']
    if (found instanceof Response) return found
    return new Response(JSON.stringify(found ?? { code: 'not_found', title: 'Not there.' }), {
      status: found === undefined ? 404 : 200,
    })
  })
  return asked
}
