// SPDX-License-Identifier: Apache-2.0
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router-dom'
import { openidReturnPath } from './pages/sign_in/openid_return_path'
import { OpenShell } from './shell/open_shell'
import { NotFound, PageFailed } from './shell/page_failed'
import { Shell } from './shell/shell'

// Each page is fetched when it is first opened.
const page = (load: () => Promise<{ Page: React.ComponentType }>): RouteObject['lazy'] => {
  return async () => ({ Component: (await load()).Page })
}

const pages: RouteObject[] = [
  { index: true, lazy: page(() => import('./pages/start/page')) },
  { path: 'figures', lazy: page(() => import('./pages/figures/page')) },
  { path: 'disagreements', lazy: page(() => import('./pages/disagreements/page')) },
  { path: 'corridors/:id?', lazy: page(() => import('./pages/corridor/page')) },
  { path: 'import', lazy: page(() => import('./pages/import/page')) },
  { path: 'import/jobs/:job', lazy: page(() => import('./pages/import/reading_page')) },
  { path: 'import/:batch', lazy: page(() => import('./pages/import/batch_page')) },
  { path: 'account', lazy: page(() => import('./pages/account/page')) },
  { path: 'sheets', lazy: page(() => import('./pages/sheets/page')) },
  { path: 'arrangements', lazy: page(() => import('./pages/arrangements/page')) },
  {
    path: 'arrangements/:id',
    lazy: page(() => import('./pages/arrangements/arrangement_page')),
  },
  { path: 'actions', lazy: page(() => import('./pages/actions/page')) },
  { path: 'actions/:id', lazy: page(() => import('./pages/actions/action_page')) },
  { path: 'who-does-what', lazy: page(() => import('./pages/who_does_what/page')) },
  { path: 'gaps', lazy: page(() => import('./pages/gaps/page')) },
  { path: 'people-reached', lazy: page(() => import('./pages/reach/page')) },
  { path: 'directory', lazy: page(() => import('./pages/directory/page')) },
  { path: 'directory/contacts_due', lazy: page(() => import('./pages/directory/due_page')) },
  { path: 'directory/:id', lazy: page(() => import('./pages/directory/partner_page')) },
  { path: 'places', lazy: page(() => import('./pages/places/page')) },
  { path: 'places/add', lazy: page(() => import('./pages/places/add_page')) },
  { path: 'places/:id', lazy: page(() => import('./pages/places/place_page')) },
  { path: 'search', lazy: page(() => import('./pages/search/page')) },
  { path: 'records/:plural', lazy: page(() => import('./pages/records/list_page')) },
  { path: 'records/:plural/new', lazy: page(() => import('./pages/records/new_page')) },
  { path: 'records/:plural/:id', lazy: page(() => import('./pages/records/record_page')) },
  // Whoever is signed in already; the shell shows the others the page that signs them in.
  { path: openidReturnPath, element: <Navigate to="/" replace /> },
  { path: '*', Component: NotFound },
]

// Before the first page has come there is nothing to show yet.
const Blank = () => null

export const router = createBrowserRouter(
  [
    {
      path: '/api/docs',
      Component: OpenShell,
      errorElement: <PageFailed />,
      HydrateFallback: Blank,
      children: [{ index: true, lazy: page(() => import('./pages/api/page')) }],
    },
    {
      path: '/own_entry',
      Component: OpenShell,
      errorElement: <PageFailed />,
      HydrateFallback: Blank,
      children: [{ index: true, lazy: page(() => import('./pages/own_entry/page')) }],
    },
    {
      path: '/',
      Component: Shell,
      errorElement: <PageFailed />,
      HydrateFallback: Blank,
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
