// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/intake/source.hpp"

namespace tenpoint::movements {

using intake::Source;

}  // namespace tenpoint::movements
