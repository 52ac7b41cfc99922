// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/enum_from_string.hpp>
#include <boost/json/object.hpp>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "record/value_type.hpp"
#include "web/request.hpp"

namespace tenpoint::web {

// The body as a JSON object. Fails with `malformed_json` for anything else, and with
// `invalid_fields` where a key is repeated: which of its values is meant nobody can tell.
Result<boost::json::object> read_json(const Request& request);

// Reads the members of a body that has no kind of its own, collecting what is wrong with it:
//
//     BodyReader body(object);
//     const auto name = body.text("name", true);
//     TENPOINT_CHECK(body.done());
class BodyReader {
  public:
    explicit BodyReader(const boost::json::object& body) : body_(body) {}

    // Empty where it is not given, no text, or longer than `most` characters (0: any length).
    std::string text(std::string_view name, bool required, std::size_t most = 0);
    std::int64_t number(std::string_view name, std::int64_t least, std::int64_t most);
    // An enumerator by its word; the first where there is none.
    template <class E>
    E choice(std::string_view name);
    std::optional<Id> id(std::string_view name, bool required);
    std::optional<Day> day(std::string_view name, bool required);
    // A value of a type that members of kinds have; a blank one where it is not given.
    template <class V>
    V value(std::string_view name, bool required);
    // An empty object where it is not given.
    boost::json::object object(std::string_view name);

    // Fails with `invalid_fields`: what the readers found, and each member that none asked for.
    Result<void> done();

  private:
    const boost::json::value* find(std::string_view name, bool required);
    void complain(std::string_view name, std::string_view code,
                  std::vector<std::string> arguments = {});

    const boost::json::object& body_;
    std::vector<std::string> asked_;
    std::vector<FieldProblem> problems_;
};

template <class E>
E BodyReader::choice(std::string_view name) {
    E value{};
    const auto word = text(name, true);
    if (word.empty() || boost::describe::enum_from_string(word.c_str(), value)) return value;
    const auto refusal = record::not_a_choice(boost::json::value(word), record::words_of<E>());
    complain(name, refusal.code, refusal.arguments);
    return value;
}

template <class V>
V BodyReader::value(std::string_view name, bool required) {
    V read{};
    const auto* given = find(name, required);
    if (!given) return read;
    if (const auto refusal = record::ValueType<V>::read(*given, read); !refusal.empty())
        complain(name, refusal.code, refusal.arguments);
    return read;
}

}  // namespace tenpoint::web
