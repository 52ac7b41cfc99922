// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "desks/coverage/activity_records.hpp"
#include "desks/coverage/response.hpp"

namespace tenpoint::coverage {

// What partners report, month by month, as things that they do: the reports of the same partners
// about the same theme, or sector that is none, at the same place are one, with the id of the last.
// An activity goes on for two months after a report; where the next comes later, it is another one.
// Places are known by their codes; an area that the directory does not know keeps activities apart
// in what it lies in; what is reported of no month is left out.
std::vector<Work> reported_works(const ActivityRecords& reports,
                                 const std::map<std::string, Id>& places);

}  // namespace tenpoint::coverage
