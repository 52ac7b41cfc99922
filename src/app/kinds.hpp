// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "record/kind_info.hpp"

namespace tenpoint::app {

// The kinds of all desks, those that others refer to before them: so they are copied. A new kind's
// line stands in its desk's list, a new desk's here.
record::Kinds all_kinds();

}  // namespace tenpoint::app
