// SPDX-License-Identifier: Apache-2.0
#include "app/node.hpp"

#include "access/the_node.hpp"
#include "app/kinds.hpp"
#include "desks/directory/standing_places.hpp"

namespace tenpoint::app {

Result<std::unique_ptr<Node>> Node::open(const store::Location& location) {
    std::unique_ptr<Node> node(new Node);
    TENPOINT_TRY(store, store::Store::open(location, all_kinds(), node->clock_, node->randomness_));
    node->store_ = std::move(store);
    TENPOINT_CHECK(directory::add_standing_places(*node->store_, access::the_node()));
    node->figures_ = std::make_unique<movements::JointFigures>(*node->store_);
    node->responses_ = std::make_unique<coverage::KeptResponses>(*node->store_);
    return node;
}

}  // namespace tenpoint::app
