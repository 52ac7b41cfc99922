// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "desks/movements/figure_explanation.hpp"

namespace tenpoint::web {

// One figure as a source reports it; `dimensions` name its extra ones.
boost::json::object observation_json(const movements::ListedObservation& observation,
                                     const std::vector<std::string>& dimensions);
// The properties of that.
boost::json::object observation_properties();

}  // namespace tenpoint::web
