// SPDX-License-Identifier: Apache-2.0
#include "app/typed_subjects.hpp"

#include <boost/describe/enum_from_string.hpp>
#include <fmt/format.h>

#include "app/indicator_words.hpp"
#include "app/named_records.hpp"

namespace tenpoint::app {

void add_subject_options(CLI::App& command, SubjectOptions& options) {
    command.add_option("--indicator", options.indicators, "What is counted")
        ->delimiter(',')
        ->type_name("I");
    command.add_option("--place", options.places, "Where, by code or name")
        ->delimiter(',')
        ->type_name("P");
}

Result<std::vector<movements::Indicator>> typed_indicators(const SubjectOptions& options) {
    std::vector<movements::Indicator> indicators;
    for (const auto& word : options.indicators) {
        movements::Indicator indicator{};
        if (!boost::describe::enum_from_string(word.c_str(), indicator))
            return Problem{ProblemCode::invalid_query,
                           word,
                           {{"/indicator",
                             "not_a_choice",
                             {word, fmt::format("{}", fmt::join(indicator_words(), ", "))}}}};
        indicators.push_back(indicator);
    }
    return indicators;
}

Result<std::vector<std::string>> typed_places(const SubjectOptions& options,
                                              CommandContext& context, Node& node) {
    std::vector<std::string> codes;
    for (const auto& name : options.places) {
        TENPOINT_TRY(code, known_place(node.store(), context.principal(), name, "/place"));
        codes.push_back(code);
    }
    return codes;
}

}  // namespace tenpoint::app
