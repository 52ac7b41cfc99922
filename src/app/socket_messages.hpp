// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the two ends of the local socket say to each other: JSON objects, one a line. An open file
// may go with one.

#include <deque>
#include <optional>
#include <string>

#include <boost/json/object.hpp>

#include "base/descriptor.hpp"

namespace tenpoint::app {

// False where the other end is gone or takes nothing.
bool send_message(int connection, const boost::json::object& message,
                  const Descriptor& file = Descriptor{});

// Reads messages; what came behind one is kept for the next.
class MessageReader {
  public:
    explicit MessageReader(int connection) : connection_(connection) {}

    // Nothing at the end. Throws where it is no message.
    std::optional<boost::json::object> next();
    // The file that went with what was read; an empty one where there was none.
    Descriptor take_file();

  private:
    bool receive();

    int connection_;
    std::string buffer_;
    std::deque<Descriptor> files_;
};

}  // namespace tenpoint::app
