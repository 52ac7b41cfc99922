// SPDX-License-Identifier: Apache-2.0
#include "web/json_body.hpp"

#include <algorithm>

#include <boost/json/parse.hpp>
#include <fmt/format.h>

#include "base/text.hpp"
#include "web/repeated_key.hpp"

namespace tenpoint::web {

namespace json = boost::json;

Result<json::object> read_json(const Request& request) {
    json::error_code error;
    auto value = json::parse(request.body, error);
    if (error) return Problem{ProblemCode::malformed_json, error.message()};
    auto* object = value.if_object();
    if (!object) return Problem{ProblemCode::malformed_json, "not an object"};
    if (auto member = repeated_key(request.body))
        return Problem{ProblemCode::invalid_fields, "repeated key", {{*member, "repeated"}}};
    return std::move(*object);
}

void BodyReader::complain(std::string_view name, std::string_view code,
                          std::vector<std::string> arguments) {
    problems_.push_back({fmt::format("/{}", name), std::string(code), std::move(arguments)});
}

// The member, unless it is missing or null.
const json::value* BodyReader::find(std::string_view name, bool required) {
    asked_.emplace_back(name);
    const auto* value = body_.if_contains(name);
    if (value && !value->is_null()) return value;
    if (required) complain(name, "required");
    return nullptr;
}

std::string BodyReader::text(std::string_view name, bool required, std::size_t most) {
    const auto* value = find(name, required);
    if (!value) return {};
    const auto* text = value->if_string();
    if (!text || text->find('\0') != json::string::npos)
        complain(name, "not_text");
    else if (required && text->empty())
        complain(name, "required");
    else if (most > 0 && character_count({text->data(), text->size()}) > most)
        complain(name, "too_long", {std::to_string(most)});
    else
        return {text->data(), text->size()};
    return {};
}

std::int64_t BodyReader::number(std::string_view name, std::int64_t least, std::int64_t most) {
    const auto* value = find(name, true);
    if (!value) return least;
    const auto* number = value->if_int64();
    if (!number)
        complain(name, "not_whole_number");
    else if (*number < least)
        complain(name, "too_small", {std::to_string(least)});
    else if (*number > most)
        complain(name, "too_large", {std::to_string(most)});
    else
        return *number;
    return least;
}

std::optional<Id> BodyReader::id(std::string_view name, bool required) {
    const auto text = this->text(name, required);
    if (text.empty()) return std::nullopt;
    auto id = id_from_text(text);
    if (!id) complain(name, "not_an_id");
    return id;
}

std::optional<Day> BodyReader::day(std::string_view name, bool required) {
    const auto text = this->text(name, required);
    if (text.empty()) return std::nullopt;
    const auto day = day_from_text(text);
    if (!day) complain(name, "not_a_date");
    return day;
}

json::object BodyReader::object(std::string_view name) {
    const auto* value = find(name, false);
    if (!value) return {};
    const auto* object = value->if_object();
    if (!object) complain(name, "not_an_object");
    return object ? *object : json::object{};
}

Result<void> BodyReader::done() {
    for (const auto& [name, value] : body_)
        if (std::ranges::find(asked_, std::string_view(name)) == asked_.end())
            complain(name, "unknown_field");
    if (problems_.empty()) return {};
    return Problem{ProblemCode::invalid_fields, {}, problems_};
}

}  // namespace tenpoint::web
