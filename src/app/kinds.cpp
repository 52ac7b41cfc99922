// SPDX-License-Identifier: Apache-2.0
#include "app/kinds.hpp"

#include <vector>

#include "desks/activities/kinds.hpp"
#include "desks/arrangements/kinds.hpp"
#include "desks/coverage/kinds.hpp"
#include "desks/directory/kinds.hpp"
#include "desks/movements/kinds.hpp"

namespace tenpoint::app {

record::Kinds all_kinds() {
    static const auto kinds = [] {
        std::vector<const record::KindInfo*> all;
        for (const auto* kind : directory::kinds())
            all.push_back(kind);
        for (const auto* kind : movements::kinds())
            all.push_back(kind);
        for (const auto* kind : arrangements::kinds())
            all.push_back(kind);
        for (const auto* kind : activities::kinds())
            all.push_back(kind);
        for (const auto* kind : coverage::kinds())
            all.push_back(kind);
        return all;
    }();
    return kinds;
}

}  // namespace tenpoint::app
