// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tenpoint::store {

// The form under which a folded word is indexed and looked for, so that singular and plural of
// English, French and Spanish meet ("country" and "countries", "acción" and "acciones"), and an
// Arabic word with and without its article, in its sound plurals ("لاجئون", "لاجئين", "لاجئات") and
// without. What is left says nothing to a reader.
std::string word_form(std::string word);

// The words of a text in these forms, one after the other. What is too long for a word, such as the
// code of a picture, is left out.
std::vector<std::string> search_words(std::string_view text);

// The different words of what somebody looks for, the first ten.
std::vector<std::string> asked_words(std::string_view text);

}  // namespace tenpoint::store
