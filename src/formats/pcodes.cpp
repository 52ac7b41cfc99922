// SPDX-License-Identifier: Apache-2.0
#include "formats/pcodes.hpp"

#include "base/embedded.hpp"
#include "embedded/reference.hpp"

namespace tenpoint::formats {

std::string_view common_pcodes() {
    return find_embedded(embedded::reference(), "pcodes.csv").value();
}

}  // namespace tenpoint::formats
