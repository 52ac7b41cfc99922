// SPDX-License-Identifier: Apache-2.0
#include "web/sharing.hpp"

#include <string>
#include <vector>

#include <boost/json/serialize.hpp>

#include "record/record.hpp"
#include "record/value_type.hpp"

namespace tenpoint::web {

namespace json = boost::json;

Result<store::Sharing> take_sharing(json::object& body) {
    store::Sharing sharing;
    std::vector<FieldProblem> problems;
    if (const auto* value = body.if_contains("visibility")) {
        const auto* word = value->if_string();
        sharing.visibility =
            word ? record::visibility_from_word(std::string_view(*word)) : std::nullopt;
        if (!sharing.visibility)
            problems.push_back({"/visibility",
                                "not_a_choice",
                                {word ? std::string(*word) : json::serialize(*value),
                                 "public, partners, restricted, confidential"}});
    }
    if (const auto* value = body.if_contains("shared_with")) {
        auto& partners = sharing.shared_with.emplace();
        const auto refusal = record::ValueType<std::vector<Id>>::read(*value, partners);
        if (!refusal.empty()) problems.push_back(refusal.at("/shared_with"));
    }
    body.erase("visibility");
    body.erase("shared_with");
    if (problems.empty()) return sharing;
    return Problem{ProblemCode::invalid_fields, "sharing", std::move(problems)};
}

}  // namespace tenpoint::web
