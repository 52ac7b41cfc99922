// SPDX-License-Identifier: Apache-2.0
#include "store/database_copy.hpp"

#include "store/durable_file.hpp"

namespace tenpoint::store {

void copy_database(Session& session, const std::filesystem::path& copy) {
    UnplacedFile file(copy);
    session.execute("vacuum into ?", {file.path().string()});  // which takes an empty file
    file.put_at(copy);
}

}  // namespace tenpoint::store
