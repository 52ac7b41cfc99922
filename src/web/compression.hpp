// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "web/response.hpp"

namespace tenpoint::web {

std::string gzipped(std::string_view bytes, int level);

// Whether bytes of this media type shrink.
bool is_compressible(std::string_view media_type);

// Compresses an answer's text where that is worth while and the client's Accept-Encoding allows it.
void compress(std::string_view accept_encoding, Response& response);

}  // namespace tenpoint::web
