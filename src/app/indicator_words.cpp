// SPDX-License-Identifier: Apache-2.0
#include "app/indicator_words.hpp"

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include "desks/movements/codes.hpp"

namespace tenpoint::app {

std::vector<std::string> indicator_words() {
    std::vector<std::string> words;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<movements::Indicator>>(
        [&](auto indicator) { words.emplace_back(indicator.name); });
    return words;
}

}  // namespace tenpoint::app
