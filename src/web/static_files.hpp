// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "base/embedded.hpp"
#include "base/random.hpp"
#include "web/request.hpp"
#include "web/response.hpp"

namespace tenpoint::web {

// The browser interface, out of the program itself. Files below assets/ carry a hash in their name
// and may be kept for ever; others are asked for again by their entity tag. A path that is no file
// gets the shell, index.html, whose router knows the pages.
//
// The shell comes with a content security policy and a nonce of its own each time, put in place of
// each `__CSP_NONCE__` in it.
class StaticFiles {
  public:
    // The files and the randomness outlive it. Compresses each file once, here.
    StaticFiles(std::span<const EmbeddedFile> files, Randomness& randomness);

    Response answer(const Request& request) const;

  private:
    struct File {
        std::string_view bytes;
        std::string zipped;  // empty: not worth while
        std::string media_type;
        std::string etag;
        bool immutable = false;
    };

    Response shell() const;

    std::map<std::string, File, std::less<>> files_;
    std::string_view shell_;
    Randomness& randomness_;
};

}  // namespace tenpoint::web
