// SPDX-License-Identifier: Apache-2.0
#include "app/problem_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/translations.hpp"

namespace tenpoint::app {

std::string problem_text(const Problem& problem, Language language) {
    auto text = translate(language, fmt::format("problems.{}", to_word(problem.code)));
    // A failing database says more in its own words; what failed otherwise, the fields say.
    const bool says_more = problem.code == ProblemCode::storage_failed &&
                           std::ranges::all_of(problem.fields, [](const FieldProblem& field) {
                               return field.arguments.empty();
                           });
    if ((problem.fields.empty() || says_more) && !problem.detail.empty())
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
