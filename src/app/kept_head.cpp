// SPDX-License-Identifier: Apache-2.0
#include "app/kept_head.hpp"

namespace tenpoint::app {

Result<store::KnownHead> read_kept_head(const std::string& typed, Terminal& terminal) {
    const auto wrong = [&](const char* code) {
        return Problem{ProblemCode::invalid_fields, typed, {{"/head", code}}};
    };
    const auto text = read_text(terminal.files, terminal.resolve(typed));
    if (!text) return wrong("missing_file");
    auto head = store::head_from_text(*text);
    if (!head) return wrong("not_a_head");
    return std::move(*head);
}

}  // namespace tenpoint::app
