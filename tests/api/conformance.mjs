// SPDX-License-Identifier: Apache-2.0
import addFormats from 'ajv-formats'
import Ajv from 'ajv/dist/2020.js'

// Those of our own.
const formats = {
  country: /^[A-Z]{3}$/,
  period: /^\d{4}(-(Q[1-4]|W\d\d|\d\d(-\d\d)?))?$/,
}

const escape = (name) => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))

// Holds answers to a description of the API. What it does not describe is an error: a status, a
// media type, a member too many or too few.
export class Description {
  constructor(document) {
    this.document = document
    this.ajv = addFormats(new Ajv({ strict: false, formats }))
    this.ajv.addSchema(document, 'api')
    this.paths = Object.keys(document.paths).map((path) => [
      path,
      new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
      (path.match(/\{/g) ?? []).length,
    ])
    // "/api/sheets/preview" before "/api/sheets/{id}", as the program's router sees it.
    this.paths.sort(([, , one], [, , other]) => one - other)
  }

  // `asked` is the address without the query; the answer as the client gives it.
  check(method, asked, { status, headers, text, json }) {
    const [path] = this.paths.find(([, pattern]) => pattern.test(asked)) ?? []
    const verb = method.toLowerCase()
    const responses = this.document.paths[path]?.[verb]?.responses
    // To what it does not know the program answers a problem all the same.
    const steps = responses
      ? ['paths', path, verb, 'responses', String(status)]
      : ['paths', '/api/health', 'get', 'responses', 'default']
    const place = `${method} ${asked} ${status}`
    const described = steps.reduce((part, step) => part?.[step], this.document)
    if (!described) throw new Error(`${place}: the status is not described`)
    if (!text) {
      if (described.content && status !== 304) throw new Error(`${place}: the answer is empty`)
      return
    }
    const type = headers.get('content-type').split(';')[0]
    if (!described.content?.[type]) throw new Error(`${place}: ${type} is not described`)
    if (json === undefined) return
    const valid = this.ajv.getSchema(`api#/${[...steps, 'content', type, 'schema'].map(escape).join('/')}`)
    if (!valid(json)) throw new Error(`${place}: ${this.ajv.errorsText(valid.errors)}`)
  }
}
