// SPDX-License-Identifier: Apache-2.0
#include "store/folder_lock.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>

#include "store/storage_problem.hpp"

namespace tenpoint::store {

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
    const auto file = folder / "lock";
    const int descriptor = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor < 0) return file_problem("/data", file, std::generic_category().message(errno));
    FolderLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return Problem{ProblemCode::folder_in_use, folder.string()};
    return lock;
}

FolderLock::~FolderLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace tenpoint::store
