// SPDX-License-Identifier: Apache-2.0
import { createBrowserRouter, type RouteObject } from 'react-router-dom'
import { NotFound, PageFailed } from './shell/page_failed'
import { Shell } from './shell/shell'

// Each page is fetched when it is first opened.
const page = (load: () => Promise<{ Page: React.ComponentType }>): RouteObject['lazy'] => {
  return async () => ({ Component: (await load()).Page })
}

const pages: RouteObject[] = [
  { index: true, lazy: page(() => import('./pages/start/page')) },
  { path: '*', Component: NotFound },
]

export const router = createBrowserRouter(
  [
    {
      path: '/',
      Component: Shell,
      errorElement: <PageFailed />,
      children: [{ errorElement: <PageFailed />, children: pages }],
    },
  ],
  {
    future: {
      v7_relativeSplatPath: true,
      v7_fetcherPersist: true,
      v7_normalizeFormMethod: true,
      v7_partialHydration: true,
      v7_skipActionErrorRevalidation: true,
    },
  },
)
