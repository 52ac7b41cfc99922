// SPDX-License-Identifier: Apache-2.0
#include "app/problem_text.hpp"

#include <fmt/format.h>

#include "base/translations.hpp"

namespace tenpoint::app {

std::string problem_text(const Problem& problem, Language language) {
    auto text = translate(language, fmt::format("problems.{}", to_word(problem.code)));
    if (problem.fields.empty() && !problem.detail.empty())
        text += fmt::format(" ({})", problem.detail);
    text += '\n';
    for (const auto& field : problem.fields) {
        const auto key = fmt::format("field_problems.{}", field.code);
        text += fmt::format("  {}: {}\n", field.pointer.substr(field.pointer.empty() ? 0 : 1),
                            translate_numbered(language, key, field.arguments));
    }
    return text;
}

}  // namespace tenpoint::app
