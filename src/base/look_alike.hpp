// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tenpoint {

// A form under which texts meet that one takes for each other when they stand on a page: without
// differences of case, of letters of other scripts that look the same, and of what is not seen at
// all (Unicode NFKC_Casefold, and the skeletons of UTS 39). Accents and punctuation stay.
std::string look_of(std::string_view utf8);

// Whether there is something in it that nobody sees: joiners, marks of direction, controls,
// fillers.
bool has_unseen(std::string_view utf8);

}  // namespace tenpoint
