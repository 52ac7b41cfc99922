// SPDX-License-Identifier: Apache-2.0
#include "web/router.hpp"

#include <algorithm>
#include <stdexcept>

#include "web/target.hpp"

namespace tenpoint::web {
namespace {

bool is_parameter(std::string_view segment) {
    return segment.starts_with('{');
}

std::vector<std::string> segments_of(std::string_view path) {
    std::vector<std::string> segments;
    while (!path.empty()) {
        path.remove_prefix(1);  // the slash
        const auto end = std::min(path.find('/'), path.size());
        segments.emplace_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return segments;
}

std::string allowed_methods(std::span<const Route* const> routes) {
    std::string list;
    for (const auto* route : routes) {
        if (!list.empty()) list += ", ";
        list += to_word(route->method);
        if (route->method == Method::get) list += ", HEAD";
    }
    return list;
}

}  // namespace

Router::Router(Routes routes) : routes_(std::move(routes)) {
    for (const auto& route : routes_) {
        const auto segments = segments_of(route.path);
        auto path = std::ranges::find(paths_, segments, &Path::segments);
        if (path == paths_.end()) path = paths_.insert(path, Path{segments, {}});
        if (std::ranges::find(path->routes, route.method, &Route::method) != path->routes.end())
            throw std::logic_error("two routes for " + route.path);
        path->routes.push_back(&route);
    }
    // The brace sorts behind all letters, so that literal segments come first.
    std::ranges::sort(paths_, {}, &Path::segments);
}

bool Router::fits(const Path& path, std::span<const std::string> segments) {
    return std::ranges::equal(
        path.segments, segments, [](const std::string& pattern, const std::string& segment) {
            return is_parameter(pattern) ? !segment.empty() : pattern == segment;
        });
}

Router::Match Router::match(Method method, std::span<const std::string> segments) const {
    const auto path = std::ranges::find_if(
        paths_, [&](const Path& candidate) { return fits(candidate, segments); });
    if (path == paths_.end()) return {};
    const auto found = std::ranges::find(path->routes, method, &Route::method);
    if (found == path->routes.end()) return {.allowed = allowed_methods(path->routes)};
    Match match{.route = *found};
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const auto& pattern = path->segments[i];
        if (is_parameter(pattern))
            match.parameters.emplace(pattern.substr(1, pattern.size() - 2), segments[i]);
    }
    return match;
}

}  // namespace tenpoint::web
