// SPDX-License-Identifier: Apache-2.0
#include "web/file_routes.hpp"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include "desks/movements/batch.hpp"
#include "desks/movements/source.hpp"
#include "file_kinds.hpp"

namespace tenpoint::web {
namespace {

using std::chrono::hours;

constexpr std::string_view table = "Month,Place,People\n2024-01,PAN,12\n";

class UploadTest : public testing::Test {
  protected:
    UploadTest() : node_(kinds_of_files()), jobs_(node_.clock(), node_.randomness()) {
        for (auto& route : file_routes(node_.store(), jobs_))
            if (route.path == "/api/files") keep_ = std::move(route);
    }

    Id upload(const std::string& name, std::string_view bytes) {
        Request request;
        request.principal = node_.officer();
        request.target.query = parse_target("/api/files?name=" + name).value().query;
        request.upload = std::make_unique<SpooledFile>(node_.store().staging_folder());
        request.upload->append(bytes);
        const auto answer = keep_.answer(request).value();
        return Id{std::string(
            boost::json::parse(std::get<std::string>(answer.body)).at("file").as_string())};
    }
    bool is_kept(const Id& file) {
        return node_.store()
            .read(node_.officer(),
                  [&](const store::Snapshot& snapshot) -> Result<bool> {
                      return snapshot.file(file).has_value();
                  })
            .value();
    }

    TestNode node_;
    Jobs jobs_;
    Route keep_;
};

TEST_F(UploadTest, TheSameFileIsKeptOnce) {
    const auto first = upload("a.csv", table);
    EXPECT_EQ(upload("a.csv", table), first);
    EXPECT_NE(upload("a.csv", std::string(table) + "2024-02,PAN,3\n"), first);
    EXPECT_NE(upload("b.csv", table), first);
}

TEST_F(UploadTest, WhatWasNotImportedWithinADayIsDropped) {
    const auto first = upload("a.csv", table);
    node_.clock().pass(hours(23));
    const auto second = upload("b.csv", table);
    EXPECT_TRUE(is_kept(first));
    node_.clock().pass(hours(2));
    upload("c.csv", table);
    EXPECT_FALSE(is_kept(first));
    EXPECT_TRUE(is_kept(second));
}

TEST_F(UploadTest, WhatComesAgainIsKeptForAnotherDay) {
    const auto first = upload("a.csv", table);
    node_.clock().pass(hours(23));
    EXPECT_EQ(upload("a.csv", table), first);
    node_.clock().pass(hours(2));
    upload("b.csv", table);
    EXPECT_TRUE(is_kept(first));
}

TEST_F(UploadTest, WhatABatchWasReadFromStays) {
    const auto file = upload("a.csv", table);
    const auto import = [&](store::Transaction& transaction) -> Result<void> {
        movements::Source source;
        source.name = "Border";
        TENPOINT_TRY(made, transaction.insert(source, {node_.officer().partner}));
        movements::Batch batch;
        batch.source = {made.envelope.id};
        batch.file = batch.segment = batch.findings = file;
        TENPOINT_CHECK(transaction.insert(batch, {node_.officer().partner}));
        return {};
    };
    node_.store().write(node_.officer(), import).value();
    node_.clock().pass(hours(100));
    upload("b.csv", table);
    EXPECT_TRUE(is_kept(file));
}

TEST_F(UploadTest, WhoMayNotImportIsToldBeforeTheFileIsSent) {
    auto reader = node_.officer();
    EXPECT_TRUE(keep_.admits(reader));
    reader.role = access::Role::reader;
    EXPECT_EQ(keep_.admits(reader).error().code, ProblemCode::forbidden);
}

}  // namespace
}  // namespace tenpoint::web
