// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "store/session_pool.hpp"

namespace tenpoint::store {

// What one write does within a transaction; says whether what it wrote is to be kept.
//
// It may run more than once, and on another thread than its caller's, which waits meanwhile: so it
// changes nothing outside of the session that a second run would not set anew, and moves nothing
// out of what it captured.
using Work = std::function<bool(Session&)>;

// Runs writes, each wholly or not at all. May be used from many threads.
class Writer {
  public:
    virtual ~Writer() = default;

    // Returns once what is to be kept is durable. Throws DatabaseError where the database fails, or
    // whatever `work` threw; then nothing of it is kept.
    virtual void write(const Work& work) = 0;
};

}  // namespace tenpoint::store
