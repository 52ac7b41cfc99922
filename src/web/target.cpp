// SPDX-License-Identifier: Apache-2.0
#include "web/target.hpp"

#include <algorithm>

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include "base/text.hpp"

namespace tenpoint::web {
namespace {

bool is_clean(std::string_view text) {
    const auto is_control = [](char c) {
        return (c >= '\0' && c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\x7f';
    };
    return is_valid_utf8(text) && std::ranges::none_of(text, is_control);
}

}  // namespace

std::optional<std::string_view> Query::find(std::string_view name) const {
    for (const auto& [parameter, value] : parameters_)
        if (parameter == name) return value;
    return std::nullopt;
}

std::size_t Query::count(std::string_view name) const {
    return static_cast<std::size_t>(std::ranges::count(
        parameters_, name,
        [](const auto& parameter) { return std::string_view(parameter.first); }));
}

Result<Target> parse_target(std::string_view text) {
    const auto parsed = boost::urls::parse_origin_form(text);
    if (!parsed) return Problem{ProblemCode::malformed_request, parsed.error().message()};
    Target target;
    bool clean = true;
    for (const auto& segment : parsed->segments()) {
        target.segments.push_back(segment);
        clean = clean && is_clean(segment);
    }
    std::vector<std::pair<std::string, std::string>> parameters;
    for (const auto& parameter : parsed->params()) {
        clean = clean && is_clean(parameter.key) && is_clean(parameter.value);
        parameters.emplace_back(parameter.key, parameter.value);
    }
    if (!clean) return Problem{ProblemCode::malformed_request, "control character or bad UTF-8"};
    target.query = Query(std::move(parameters));
    return target;
}

}  // namespace tenpoint::web
