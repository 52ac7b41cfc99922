// SPDX-License-Identifier: Apache-2.0
#include "formats/serial_date.hpp"

namespace tenpoint::formats {

std::optional<Day> day_of_serial(std::int64_t serial, SerialSystem system) {
    using namespace std::chrono_literals;
    const std::chrono::days days{serial};
    if (system == SerialSystem::from_1904) {
        if (serial < 0 || serial > 2'957'003) return std::nullopt;
        return Day{1904y / 1 / 1} + days;
    }
    if (serial < 1 || serial == 60 || serial > 2'958'465) return std::nullopt;
    return Day{1899y / 12 / (serial < 60 ? 31 : 30)} + days;
}

}  // namespace tenpoint::formats
