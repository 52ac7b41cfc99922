// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/consolidation_reason.hpp"

#include <boost/describe/enum_to_string.hpp>

namespace tenpoint::movements {

std::string_view to_word(Reason reason) {
    return boost::describe::enum_to_string(reason, "");
}

std::string_view to_word(Contradiction contradiction) {
    return boost::describe::enum_to_string(contradiction, "");
}

}  // namespace tenpoint::movements
