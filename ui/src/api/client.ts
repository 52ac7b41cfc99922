// SPDX-License-Identifier: Apache-2.0
import { toRefusal, Unreachable } from './problem'

// Of the session, for requests that change something.
let csrf = ''
let language = 'en'
let onSignedOut = () => {}

export function rememberCsrf(token: string): void {
  csrf = token
}

export function speak(code: string): void {
  language = code
}

// Called when the server no longer knows the session in the midst of work.
export function whenSignedOut(action: () => void): void {
  onSignedOut = action
}

type Parameter = string | number | boolean | null | undefined | readonly string[]
export type Query = Record<string, Parameter>

// `path` with those members of `query` that say something; lists are joined by commas.
export function address(path: string, query: Query = {}): string {
  const parts = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue
    if (Array.isArray(value) && value.length === 0) continue
    parts.set(name, Array.isArray(value) ? value.join(',') : String(value))
  }
  const text = parts.toString()
  return text ? `${path}?${text}` : path
}

interface Sent {
  method?: string
  json?: unknown
  version?: number | string
  signal?: AbortSignal
}

export async function send(path: string, sent: Sent = {}): Promise<Response> {
  const headers: Record<string, string> = { 'Accept-Language': language }
  const method = sent.method ?? 'GET'
  if (csrf) headers['X-Tenpoint-Csrf'] = csrf // also to read: not as the public does
  if (sent.json !== undefined) headers['Content-Type'] = 'application/json'
  if (sent.version !== undefined) headers['If-Match'] = `"${sent.version}"`
  const body = sent.json === undefined ? undefined : JSON.stringify(sent.json)
  const response = await fetch(path, { method, headers, body, signal: sent.signal }).catch(
    (error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error
      throw new Unreachable()
    },
  )
  if (!response.ok) {
    const refusal = await toRefusal(response)
    if (refusal.problem.code === 'unauthorized') onSignedOut()
    throw refusal
  }
  return response
}

export async function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return (await send(address(path, query), { signal })).json()
}

export async function post<T>(path: string, json?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await send(path, { method: 'POST', json, signal })
  return response.status === 204 ? (undefined as T) : response.json()
}

// Sends a file with its progress, from 0 to 1, which fetch does not tell.
export function upload<T>(path: string, file: File, onProgress: (part: number) => void) {
  const request = new XMLHttpRequest()
  const answer = new Promise<T>((resolve, reject) => {
    request.open('POST', address(path, { name: file.name }))
    request.setRequestHeader('Accept-Language', language)
    request.setRequestHeader('X-Tenpoint-Csrf', csrf)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.onprogress = (event) => onProgress(event.loaded / event.total)
    request.onerror = () => reject(new Unreachable())
    request.onload = () => {
      if (request.status < 300) return resolve(JSON.parse(request.responseText) as T)
      toRefusal(new Response(request.responseText, { status: request.status })).then(reject)
    }
    request.send(file)
  })
  return { answer, stop: () => request.abort() }
}
