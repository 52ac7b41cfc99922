// SPDX-License-Identifier: Apache-2.0
#include "desks/arrangements/group_codes.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "desks/arrangements/arrangement.hpp"

namespace tenpoint::arrangements {

std::string GroupCodes::next() {
    const auto most = record::kind_info<Arrangement>().field("code")->note.max_length;
    for (;;) {
        const auto ending = fmt::format("-{}", ++number_);
        const bool fits = character_count(code_) + ending.size() <= most;
        const auto begin =
            fits ? std::string_view{code_} : whole_characters(code_, most - ending.size());
        auto code = fmt::format("{}{}", begin, ending);
        if (!whole_.find<Arrangement>("code", code)) return code;
    }
}

}  // namespace tenpoint::arrangements
