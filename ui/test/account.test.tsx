// SPDX-License-Identifier: Apache-2.0
// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { browserName } from '@/pages/account/browser_name'
import { Page } from '@/pages/account/page'
import { SignIn } from '@/pages/sign_in/sign_in'
import { makeFormats } from '@/state/formats'
import { answer, show } from './render'

const account = {
  second_factor: false,
  recovery_codes: 0,
  sessions: [
    {
      created_at: '2026-03-28T02:30:00.000Z',
      expires_at: '2026-03-28T14:30:00.000Z',
      agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      is_present: true,
    },
  ],
  tokens: [],
}

const refused = (code: string, title: string) =>
  new Response(JSON.stringify({ code, title, status: 401 }), { status: 401 })

describe('signing in', () => {
  it('asks for the code of a second factor only once name and password are right', async () => {
    const answers: Record<string, unknown> = {
      '/api/session': refused('second_factor_required', 'The code, please.'),
    }
    const asked = answer(answers)
    await show(<SignIn ended={false} />)
    expect(screen.queryByLabelText('Code')).toBeNull()
    await userEvent.type(screen.getByLabelText('Name'), 'officer')
    await userEvent.type(screen.getByLabelText('Password'), 'a long enough one')
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))

    await userEvent.type(await screen.findByLabelText('Code'), '287082')
    answers['/api/session'] = refused('wrong_second_factor', 'The code is not right.')
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The code is not right.')
    expect(screen.getByLabelText('Code')).toBeVisible()
    expect(asked.filter(({ body }) => body).map(({ body }) => body)).toEqual([
      { name: 'officer', password: 'a long enough one' },
      { name: 'officer', password: 'a long enough one', code: '287082' },
    ])
  })
})

describe('the own account', () => {
  it('shows a new token until its owner has put it away', async () => {
    const asked = answer({
      '/api/account': account,
      '/api/account/tokens': { id: '1', token: 'tenpoint_0123' },
    })
    await show(<Page />)
    await userEvent.type(await screen.findByLabelText(/^Name/), 'Power BI')
    await userEvent.click(screen.getByRole('button', { name: 'Make a token' }))
    expect(await screen.findByText('tenpoint_0123')).toBeVisible()
    expect(asked.find(({ path }) => path === '/api/account/tokens')?.body).toEqual({
      name: 'Power BI',
      scope: 'read',
      days: 90,
    })
    await userEvent.click(screen.getByRole('button', { name: 'I have put it away safely' }))
    expect(screen.queryByText('tenpoint_0123')).toBeNull()
  })

  it('turns the second factor on by a picture and a code, and shows the recovery codes', async () => {
    answer({
      '/api/account': account,
      '/api/account/second_factor': {
        secret: 'MZXW6YTBOI',
        address: 'otpauth://totp/Tenpoint:officer?secret=MZXW6YTBOI&issuer=Tenpoint',
      },
      '/api/account/second_factor/confirm': { recovery_codes: ['AAAA-BBBB', 'CCCC-DDDD'] },
    })
    await show(<Page />)
    await userEvent.type(await screen.findByLabelText('Your password'), 'a long enough one')
    await userEvent.click(screen.getByRole('button', { name: 'Turn it on' }))
    expect(await screen.findByRole('img', { name: /authenticator/ })).toBeVisible()
    expect(screen.getByText('MZXW 6YTB OI')).toBeVisible()
    await userEvent.type(screen.getByLabelText('Code'), '287082')
    await userEvent.click(screen.getByRole('button', { name: 'Turn it on' }))
    expect(await screen.findByText(/AAAA-BBBB/)).toBeVisible()
  })

  it('calls browsers by the names that people know', () => {
    const chrome =
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36'
    const english = makeFormats('en')
    expect(browserName(account.sessions[0]?.agent ?? '', english)).toBe('Firefox, Linux')
    expect(browserName(chrome, english)).toBe('Chrome, Android')
    expect(browserName(chrome, makeFormats('ar'))).toBe('Chrome، Android')
    expect(browserName(`${chrome} Edg/141.0`, english)).toBe('Edge, Android')
    expect(browserName('curl/7.88.1', english)).toBe('curl/7.88.1')
    expect(browserName('', english)).toBe('–')
  })
})
