// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "base/bytes.hpp"
#include "base/random.hpp"
#include "store/store.hpp"

namespace tenpoint::store {

// Each test of a store runs on both databases.
enum class TestDatabase { sqlite, postgresql };

inline void PrintTo(TestDatabase database, std::ostream* out) {
    *out << (database == TestDatabase::sqlite ? "sqlite" : "postgresql");
}

inline auto both_databases() {
    return testing::Values(TestDatabase::sqlite, TestDatabase::postgresql);
}

inline std::string database_name(const testing::TestParamInfo<TestDatabase>& info) {
    return testing::PrintToString(info.param);
}

// A PostgreSQL server that may be written to, as tools/postgresql.sh starts one; null: there is
// none, and the tests on it are skipped. `./test` always has one.
inline const char* test_server() {
    return std::getenv("TENPOINT_TEST_POSTGRESQL");
}

// A place for a node that goes with the object: a folder, and on PostgreSQL a schema of its own.
// The node makes a key of its own where it is given none.
class TestLocation {
  public:
    explicit TestLocation(TestDatabase database, std::filesystem::path key_file = {})
        : location_{new_folder(), {}, std::move(key_file)} {
        if (database == TestDatabase::sqlite) return;
        SystemRandomness randomness;
        schema_ = "test_" + to_hex(randomness.bytes(8));
        const std::string server = test_server();
        Session::open_postgresql(server)->execute("create schema " + schema_);
        const char* joint = server.find('?') == std::string::npos ? "?" : "&";
        location_.database =
            server + joint + "application_name=" + schema_ + "&options=-csearch_path%3D" + schema_;
    }
    ~TestLocation() {
        std::filesystem::remove_all(location_.folder);
        if (!schema_.empty())
            Session::open_postgresql(test_server())->execute("drop schema " + schema_ + " cascade");
    }
    TestLocation(const TestLocation&) = delete;
    TestLocation& operator=(const TestLocation&) = delete;

    const Location& get() const { return location_; }
    // The same database, from another node.
    Location of_another_node() const {
        return {location_.folder / "other", location_.database, location_.node_key()};
    }
    // Cuts the connections of all nodes on this PostgreSQL database, as its restart does.
    void cut_connections() const {
        Session::open_postgresql(test_server())
            ->query(
                "select pg_terminate_backend(pid) from pg_stat_activity "
                "where application_name = ?",
                {schema_}, {ColumnType::text});
    }
    std::unique_ptr<Session> session() const {
        if (!location_.database.empty()) return Session::open_postgresql(location_.database);
        return Session::open_sqlite((location_.folder / "tenpoint.db").string());
    }

  private:
    static std::filesystem::path new_folder() {
        std::string pattern = testing::TempDir() + "/tenpoint-XXXXXX";
        return ::mkdtemp(pattern.data());
    }

    Location location_;
    std::string schema_;
};

// A test on the database that is its parameter.
class OnEachDatabase : public testing::TestWithParam<TestDatabase> {
  protected:
    void SetUp() override {
        if (GetParam() == TestDatabase::postgresql && !test_server())
            GTEST_SKIP() << "TENPOINT_TEST_POSTGRESQL names no server";
        location_ = std::make_unique<TestLocation>(GetParam());
    }

    std::unique_ptr<TestLocation> location_;
};

}  // namespace tenpoint::store
