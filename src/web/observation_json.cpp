// SPDX-License-Identifier: Apache-2.0
#include "web/observation_json.hpp"

#include <boost/describe/enum_to_string.hpp>

#include "web/schemas.hpp"

namespace tenpoint::web {

namespace json = boost::json;

json::object observation_json(const movements::ListedObservation& observation,
                              const std::vector<std::string>& dimensions) {
    const auto word = [](auto enumerator) {
        return boost::describe::enum_to_string(enumerator, "");
    };
    json::object extras;
    for (std::size_t i = 0; i < dimensions.size() && i < observation.extras.size(); ++i)
        extras[dimensions[i]] = observation.extras[i];
    return {{"row", observation.row},
            {"place", observation.place},
            {"period", to_text(observation.period)},
            {"origin", observation.origin},
            {"sex", word(observation.sex)},
            {"age", word(observation.age)},
            {"profile", word(observation.profile)},
            {"count", observation.count},
            {"extras", std::move(extras)}};
}

json::object observation_properties() {
    return {{"row", number_schema()},
            {"place", text_schema()},
            {"period", text_schema()},
            {"origin", text_schema()},
            {"sex", choice_schema_of<movements::Sex>()},
            {"age", choice_schema_of<movements::AgeGroup>()},
            {"profile", choice_schema_of<movements::Profile>()},
            {"count", number_schema()},
            {"extras", map_schema(text_schema())}};
}

}  // namespace tenpoint::web
