// SPDX-License-Identifier: Apache-2.0
#include "web/spooled_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <system_error>
#include <unistd.h>

namespace tenpoint::web {
namespace {

[[noreturn]] void fail(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

SpooledFile::SpooledFile(const std::filesystem::path& folder) {
    std::string name = (folder / "upload-XXXXXX").string();
    const int descriptor = mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0) fail("an upload cannot be kept");
    path_ = name;
    file_.reset(fdopen(descriptor, "wb"));
    if (!file_) {
        close(descriptor);
        fail("an upload cannot be kept");
    }
    std::setvbuf(file_.get(), nullptr, _IONBF, 0);
}

SpooledFile::~SpooledFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

void SpooledFile::append(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size())
        fail("an upload cannot be written");
    bytes_ += bytes.size();
}

}  // namespace tenpoint::web
