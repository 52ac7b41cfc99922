// SPDX-License-Identifier: Apache-2.0
import '@mantine/core/styles.css'
import './theme.css'
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { startLanguage } from './state/language'

// The content security policy lets in styles that carry the page's nonce; libraries that make
// style elements of their own are given it here.
const nonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? ''
setNonce(nonce)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no root')
startLanguage().then(() => createRoot(root).render(<App nonce={nonce} />))
