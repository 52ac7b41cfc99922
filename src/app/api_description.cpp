// SPDX-License-Identifier: Apache-2.0
#include "app/api_description.hpp"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <boost/json/serialize.hpp>

#include "app/node.hpp"
#include "app/version.hpp"
#include "web/api.hpp"
#include "web/openapi.hpp"

namespace tenpoint::app {
namespace {

// A folder that goes with the object.
class ThrowAwayFolder {
  public:
    ThrowAwayFolder() {
        auto name = (std::filesystem::temp_directory_path() / "tenpoint-XXXXXX").string();
        if (!mkdtemp(name.data()))
            throw std::system_error(errno, std::generic_category(), "no temporary folder");
        path_ = name;
    }
    ~ThrowAwayFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ThrowAwayFolder(const ThrowAwayFolder&) = delete;
    ThrowAwayFolder& operator=(const ThrowAwayFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace

// The description follows from the routes, which want a node to work on, though an empty one.
Result<std::string> describe_api(Language language) {
    const ThrowAwayFolder folder;
    TENPOINT_TRY(node, Node::open({folder.path()}));
    auto& store = node->store();
    web::Sessions sessions(store);
    web::Jobs jobs(store.clock(), store.randomness());
    web::EventStreams events(store);
    const auto api = web::make_api(
        {store, node->figures(), node->responses(), sessions, jobs, events}, std::string{version});
    return boost::json::serialize(web::openapi_document(api, version, language));
}

}  // namespace tenpoint::app
