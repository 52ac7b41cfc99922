// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "base/clock.hpp"
#include "base/random.hpp"
#include "base/result.hpp"
#include "desks/coverage/kept_responses.hpp"
#include "desks/movements/joint_figures.hpp"
#include "store/store.hpp"

namespace tenpoint::app {

// One running Tenpoint: its store and what is derived from it.
class Node {
  public:
    // Fails as Store::open does.
    static Result<std::unique_ptr<Node>> open(const store::Location& location);

    store::Store& store() { return *store_; }
    movements::JointFigures& figures() { return *figures_; }
    coverage::KeptResponses& responses() { return *responses_; }

  private:
    Node() = default;

    SystemClock clock_;
    SystemRandomness randomness_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<movements::JointFigures> figures_;
    std::unique_ptr<coverage::KeptResponses> responses_;
};

}  // namespace tenpoint::app
