// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "web/request.hpp"

namespace tenpoint::web {

// The body as a JSON object. Fails with `malformed_json` for anything else.
Result<boost::json::object> read_json(const Request& request);

// Reads the members of a body that has no kind of its own, collecting what is wrong with it:
//
//     BodyReader body(object);
//     const auto name = body.text("name", true);
//     TENPOINT_CHECK(body.done());
class BodyReader {
  public:
    explicit BodyReader(const boost::json::object& body) : body_(body) {}

    // Empty where it is not given or no text.
    std::string text(std::string_view name, bool required);
    std::optional<Id> id(std::string_view name, bool required);
    std::optional<Day> day(std::string_view name, bool required);
    // An empty object where it is not given.
    boost::json::object object(std::string_view name);

    // Fails with `invalid_fields`: what the readers found, and each member that none asked for.
    Result<void> done();

  private:
    const boost::json::value* find(std::string_view name, bool required);
    void complain(std::string_view name, std::string_view code);

    const boost::json::object& body_;
    std::vector<std::string> asked_;
    std::vector<FieldProblem> problems_;
};

}  // namespace tenpoint::web
