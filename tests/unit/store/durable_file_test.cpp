// SPDX-License-Identifier: Apache-2.0
#include "store/durable_file.hpp"

#include <cstdlib>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

namespace tenpoint::store {
namespace {

namespace fs = std::filesystem;

class DurableFiles : public testing::Test {
  protected:
    DurableFiles() {
        std::string pattern = testing::TempDir() + "/tenpoint-XXXXXX";
        folder_ = ::mkdtemp(pattern.data());
    }
    ~DurableFiles() override { fs::remove_all(folder_); }

    static std::string content(const fs::path& path) {
        std::string line;
        std::ifstream in(path);
        std::getline(in, line);
        return line;
    }
    std::ptrdiff_t files() const {
        const fs::directory_iterator entries(folder_);
        return std::distance(begin(entries), end(entries));
    }

    fs::path folder_;
};

TEST_F(DurableFiles, TakeThePlaceOfAnEarlierOneForTheirOwnersEyesOnly) {
    for (const auto* text : {"first", "second"}) {
        replace_file(folder_ / "file", text);
        EXPECT_EQ(content(folder_ / "file"), text);
    }
    EXPECT_EQ(fs::status(folder_ / "file").permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(files(), 1);
}

TEST_F(DurableFiles, AreWrittenThroughNobodysLink) {
    std::ofstream(folder_ / "victim") << "untouched";
    for (const auto* name : {"file", "file.part"})
        fs::create_symlink(folder_ / "victim", folder_ / name);
    replace_file(folder_ / "file", "written");
    EXPECT_EQ(content(folder_ / "victim"), "untouched");
    EXPECT_FALSE(fs::is_symlink(folder_ / "file"));
}

TEST_F(DurableFiles, LeaveNothingBehindWhereTheyFail) {
    fs::create_directories(folder_ / "taken/by a folder");
    EXPECT_THROW(replace_file(folder_ / "taken", "text"), std::exception);
    { const UnplacedFile given_up(folder_ / "file"); }
    EXPECT_THROW(replace_file(folder_ / "nowhere/file", "text"), std::exception);
    EXPECT_EQ(files(), 1);
}

}  // namespace
}  // namespace tenpoint::store
