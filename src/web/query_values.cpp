// SPDX-License-Identifier: Apache-2.0
#include "web/query_values.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace tenpoint::web {

Problem invalid_parameter(std::string_view name, std::string_view code,
                          std::vector<std::string> arguments) {
    return {ProblemCode::invalid_query,
            std::string(name),
            {{fmt::format("/{}", name), std::string(code), std::move(arguments)}}};
}

std::string text_of(const Query& query, std::string_view name) {
    return std::string(query.find(name).value_or(""));
}

Result<std::int64_t> number_of(const Query& query, std::string_view name, std::int64_t otherwise,
                               std::int64_t least, std::int64_t most) {
    const auto text = query.find(name).value_or("");
    if (text.empty()) return otherwise;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return invalid_parameter(name, "not_whole_number");
    if (number < least) return invalid_parameter(name, "too_small", {std::to_string(least)});
    if (number > most) return invalid_parameter(name, "too_large", {std::to_string(most)});
    return number;
}

Result<double> share_of(const Query& query, std::string_view name, double otherwise) {
    const auto text = query.find(name).value_or("");
    if (text.empty()) return otherwise;
    double share = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), share);
    if (error != std::errc{} || end != text.data() + text.size())
        return invalid_parameter(name, "not_a_number");
    if (!(share >= 0)) return invalid_parameter(name, "too_small", {"0"});
    if (share > 1) return invalid_parameter(name, "too_large", {"1"});
    return share;
}

Result<bool> flag_of(const Query& query, std::string_view name) {
    const auto text = query.find(name).value_or("false");
    if (text == "true") return true;
    if (text == "false") return false;
    return invalid_parameter(name, "not_a_choice", {std::string(text), "true, false"});
}

Result<std::optional<Day>> day_of(const Query& query, std::string_view name) {
    const auto text = query.find(name).value_or("");
    if (text.empty()) return std::optional<Day>{};
    const auto day = day_from_text(text);
    if (!day) return invalid_parameter(name, "not_a_date");
    return day;
}

Result<AskedDays> days_of(const Query& query, std::string_view from, std::string_view to) {
    TENPOINT_TRY(first, day_of(query, from));
    TENPOINT_TRY(last, day_of(query, to));
    if (first && last && *last < *first) return invalid_parameter(to, "ends_before_it_begins");
    return AskedDays{first, last};
}

Result<std::optional<Id>> id_of(const Query& query, std::string_view name) {
    const auto text = query.find(name).value_or("");
    if (text.empty()) return std::optional<Id>{};
    auto id = id_from_text(text);
    if (!id) return invalid_parameter(name, "not_an_id");
    return id;
}

std::vector<std::string> words_of(const Query& query, std::string_view name) {
    std::vector<std::string> words;
    auto rest = query.find(name).value_or("");
    while (!rest.empty()) {
        const auto end = std::min(rest.find(','), rest.size());
        if (end > 0) words.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return words;
}

Result<Language> language_of(const Request& request) {
    const auto tag = request.target.query.find("lang").value_or("");
    if (tag.empty()) return request.language;
    const auto language = language_from_tag(tag);
    if (!language)
        return invalid_parameter("lang", "not_a_choice", {std::string(tag), "en, fr, es, ar"});
    return *language;
}

Result<Id> path_id(const Request& request, std::string_view name) {
    auto id = id_from_text(request.parameter(name));
    if (!id) return Problem{ProblemCode::not_found, "not an id"};
    return std::move(*id);
}

}  // namespace tenpoint::web
