// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/zip_archive.hpp"

namespace tenpoint::formats {

// One part's reference to another (Open Packaging Conventions, ECMA-376 part 2).
struct Relationship {
    std::string id;
    std::string type;    // the last word of its URI: "worksheet", "styles"
    std::string target;  // path of the part in the archive
};

// The references of `part`, or of the archive itself where it is empty. Those to places outside
// are left out. Fails like ZipArchive::part.
Result<std::vector<Relationship>> relationships_of(const ZipArchive& archive,
                                                   const std::string& part);

// The target of the first of that type; empty where there is none.
std::string target_of_type(const std::vector<Relationship>& relationships, std::string_view type);

}  // namespace tenpoint::formats
