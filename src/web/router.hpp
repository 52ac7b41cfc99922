// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "web/route.hpp"

namespace tenpoint::web {

// Finds the route for a path. A segment in braces takes any one segment that is not empty; a
// literal one goes before it, so that /sheets/preview is not the sheet "preview".
class Router {
  public:
    // Two routes with the same method and path are a bug: std::logic_error.
    explicit Router(Routes routes);

    struct Match {
        const Route* route = nullptr;  // null: 404, or 405 where `allowed` is not empty
        std::map<std::string, std::string, std::less<>> parameters{};
        std::string allowed{};  // methods of the path, as the Allow header lists them
    };
    Match match(Method method, std::span<const std::string> segments) const;

    const Routes& routes() const { return routes_; }

  private:
    // All routes of one path.
    struct Path {
        std::vector<std::string> segments;
        std::vector<const Route*> routes;
    };

    static bool fits(const Path& path, std::span<const std::string> segments);

    Routes routes_;
    std::vector<Path> paths_;  // literal segments before braces
};

}  // namespace tenpoint::web
