// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "store/snapshot.hpp"

namespace tenpoint::arrangements {

// The codes of the groups that are made together with an arrangement: "CODE-1", "CODE-2" … Nobody
// chooses them, so that they must do: one that somebody has is passed over, and of a code that is
// as long as it may be the end gives way.
class GroupCodes {
  public:
    GroupCodes(const store::Snapshot& snapshot, std::string code)
        : whole_(snapshot.as_the_node()), code_(std::move(code)) {}

    std::string next();

  private:
    const store::Snapshot whole_;
    std::string code_;
    int number_ = 0;
};

}  // namespace tenpoint::arrangements
