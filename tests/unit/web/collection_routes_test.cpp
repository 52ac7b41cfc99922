// SPDX-License-Identifier: Apache-2.0
#include "web/collection_routes.hpp"

#include <algorithm>
#include <future>

#include <gtest/gtest.h>

#include "test_node.hpp"
#include "web/sessions.hpp"
#include "web/user_extras.hpp"

namespace tenpoint::web {
namespace {

using directory::User;

class CollectionTest : public testing::Test {
  protected:
    Api api_with(CollectionExtras extras) {
        Api api;
        add_collection(api, node_.store(), record::kind_info<User>(), std::move(extras));
        return api;
    }
    Result<Response> patch(const Api& api, const access::Principal& principal, std::string body) {
        return ask(Method::patch, api, principal, std::move(body));
    }
    Result<Response> remove(const Api& api, const access::Principal& principal) {
        return ask(Method::remove, api, principal, {});
    }
    Result<Response> erase(const Api& api, const access::Principal& principal) {
        return ask(Method::post, api, principal, {}, "/erase");
    }

  private:
    Result<Response> ask(Method method, const Api& api, const access::Principal& principal,
                         std::string body, std::string_view verb = "") {
        Request request;
        request.parameters["id"] = node_.user().text;
        request.headers.set("If-Match", "\"" + std::to_string(version_) + "\"");
        request.principal = principal;
        request.body = std::move(body);
        const auto route = std::ranges::find_if(api.routes, [&](const Route& each) {
            return each.method == method && each.path.ends_with(verb);
        });
        if (route == api.routes.end()) throw std::logic_error("no route to change a user");
        auto answer = route->answer(request);
        version_ += answer ? 1 : 0;
        return answer;
    }

  protected:
    TestNode node_;
    access::Principal administrator_ = access::Principal::local_administrator("test");
    int version_ = 1;
};

TEST_F(CollectionTest, TheLastAdministratorIsNotRemoved) {
    const auto api = api_with(user_extras());
    ASSERT_TRUE(patch(api, administrator_, R"({"role": "administrator"})"));
    const auto removed = remove(api, administrator_);
    ASSERT_FALSE(removed);
    const std::vector<FieldProblem> is_last{{"/role", "last_administrator"}};
    EXPECT_EQ(removed.error().fields, is_last);
    EXPECT_EQ(erase(api, administrator_).error().fields, is_last);
    EXPECT_EQ(remove(api, node_.officer()).error().code, ProblemCode::not_found);
}

TEST_F(CollectionTest, ASecretIsPreparedWithoutKeepingOtherWritersWaiting) {
    CollectionExtras extras;
    bool others_write = false;
    extras.take_secrets = [&](boost::json::object& body) {
        body.clear();
        auto other = std::async(std::launch::async, [&] {
            return node_.store().write(administrator_,
                                       [](store::Transaction&) -> Result<void> { return {}; });
        });
        others_write = other.wait_for(std::chrono::seconds(1)) == std::future_status::ready;
        return Result<std::function<void(record::StoredRow&)>>{
            [other = std::make_shared<decltype(other)>(std::move(other))](record::StoredRow&) {}};
    };
    EXPECT_TRUE(patch(api_with(extras), administrator_, R"({"password": "secret"})"));
    EXPECT_TRUE(others_write);
}

TEST_F(CollectionTest, NoSecretIsPreparedForWhoMayNotChangeTheRecord) {
    CollectionExtras extras;
    int prepared = 0;
    extras.take_secrets = [&](boost::json::object&) {
        ++prepared;
        return Result<std::function<void(record::StoredRow&)>>{
            std::function<void(record::StoredRow&)>{}};
    };
    const auto refused = patch(api_with(extras), {}, R"({"password": "secret"})");
    EXPECT_EQ(refused.error().code, ProblemCode::not_found);
    EXPECT_EQ(prepared, 0);
}

TEST_F(CollectionTest, ANewPasswordOrADisabledAccountEndsItsSessionsForGood) {
    Sessions sessions(node_.store());
    const auto api = api_with(user_extras());
    const auto token = sessions.sign_in(TestNode::user_name, TestNode::password).value();
    ASSERT_TRUE(patch(api, administrator_, R"({"language": "fr"})"));
    EXPECT_TRUE(sessions.find(token));
    ASSERT_TRUE(patch(api, administrator_, R"({"password": "another long one"})"));
    EXPECT_FALSE(sessions.find(token));

    const auto next = sessions.sign_in(TestNode::user_name, "another long one").value();
    ASSERT_TRUE(patch(api, administrator_, R"({"disabled": true})"));
    ASSERT_TRUE(patch(api, administrator_, R"({"disabled": false})"));
    EXPECT_FALSE(sessions.find(next));
    EXPECT_TRUE(sessions.sign_in(TestNode::user_name, "another long one"));
}

}  // namespace
}  // namespace tenpoint::web
