// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads single parameters of a query. Each fails with `invalid_query` and the problem of the
// parameter; a parameter that is not given is no failure.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/language.hpp"
#include "base/result.hpp"
#include "web/request.hpp"

namespace tenpoint::web {

Problem invalid_parameter(std::string_view name, std::string_view code,
                          std::vector<std::string> arguments = {});

std::string text_of(const Query& query, std::string_view name);
Result<std::int64_t> number_of(const Query& query, std::string_view name, std::int64_t otherwise,
                               std::int64_t least, std::int64_t most);
// From 0 to 1.
Result<double> share_of(const Query& query, std::string_view name, double otherwise);
// "true" or "false"; false where it is not given.
Result<bool> flag_of(const Query& query, std::string_view name);
Result<std::optional<Day>> day_of(const Query& query, std::string_view name);
// From one day to another, both included. Fails where the last is before the first.
struct AskedDays {
    std::optional<Day> from, to;
};
Result<AskedDays> days_of(const Query& query, std::string_view from = "from",
                          std::string_view to = "to");
Result<std::optional<Id>> id_of(const Query& query, std::string_view name);
// "a,b" as two words, without empty ones.
std::vector<std::string> words_of(const Query& query, std::string_view name);
// The language that `lang` names, else that of the request.
Result<Language> language_of(const Request& request);

// An enumerator by its word.
template <class E>
Result<std::optional<E>> choice_of(const Query& query, std::string_view name) {
    const auto word = query.find(name);
    if (!word || word->empty()) return std::optional<E>{};
    E value{};
    if (boost::describe::enum_from_string(std::string(*word).c_str(), value))
        return std::optional(value);
    std::string choices;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
        choices += choices.empty() ? "" : ", ";
        choices += enumerator.name;
    });
    return invalid_parameter(name, "not_a_choice", {std::string(*word), choices});
}

// "a,b" as two enumerators by their words.
template <class E>
Result<std::vector<E>> choices_of(const Query& query, std::string_view name) {
    std::vector<E> choices;
    for (const auto& word : words_of(query, name)) {
        TENPOINT_TRY(choice, choice_of<E>(Query({{std::string(name), word}}), name));
        choices.push_back(*choice);
    }
    return choices;
}

// The id in the path. What is no id names nothing: `not_found`.
Result<Id> path_id(const Request& request, std::string_view name = "id");

}  // namespace tenpoint::web
