// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

#include "record/record.hpp"

namespace tenpoint::app {

// What becomes of a batch (desks/movements/batch.hpp), as the command line says it: `--keep` of an
// import, `tenpoint keep` later.
struct SharingChoice {
    std::string_view word;
    record::Visibility visibility;
    std::string_view help;
    std::string_view said;  // key below `reports`
};

inline constexpr std::array sharing_choices{
    SharingChoice{"keep", record::Visibility::confidential,
                  "It counts in no joint figure, and only its owner sees it", "kept"},
    SharingChoice{"release", record::Visibility::restricted,
                  "It counts in joint figures, and others see nothing of it", "released"},
    SharingChoice{"share", record::Visibility::partners,
                  "It counts in joint figures, and all partners see it", "shared"}};

}  // namespace tenpoint::app
