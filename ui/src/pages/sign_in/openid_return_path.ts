// SPDX-License-Identifier: Apache-2.0

// Where an OpenID provider sends the browser back to.
export const openidReturnPath = '/sign_in/openid'
