// SPDX-License-Identifier: Apache-2.0
#include "formats/relationships.hpp"

#include <algorithm>
#include <filesystem>

#include "formats/unreadable.hpp"
#include "formats/xml.hpp"

namespace tenpoint::formats {
namespace {

using std::filesystem::path;

class Handler final : public XmlHandler {
  public:
    explicit Handler(path folder) : folder_(std::move(folder)) {}

    void begin(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship" || attributes["TargetMode"] == "External") return;
        const auto type = attributes["Type"];
        // A target counts from its part's folder, or from the archive with a slash in front.
        const auto target = (path{"/"} / folder_ / attributes["Target"]).lexically_normal();
        found_.push_back({std::string{attributes["Id"]},
                          std::string{type.substr(type.rfind('/') + 1)},
                          target.relative_path().string()});
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

    std::vector<Relationship> take() { return std::move(found_); }

  private:
    path folder_;
    std::vector<Relationship> found_;
};

}  // namespace

Result<std::vector<Relationship>> relationships_of(const ZipArchive& archive,
                                                   const std::string& part) {
    const path of_part{part};
    const auto name = of_part.parent_path() / "_rels" / (of_part.filename().string() + ".rels");
    TENPOINT_TRY(bytes, archive.part(name.string(), ZipLimits::described_bytes));
    Handler handler{of_part.parent_path()};
    if (!read_xml(*bytes, handler)) return unreadable("damaged_workbook", name.string());
    return handler.take();
}

std::string target_of_type(const std::vector<Relationship>& relationships, std::string_view type) {
    const auto found = std::ranges::find(relationships, type, &Relationship::type);
    return found == relationships.end() ? std::string{} : found->target;
}

}  // namespace tenpoint::formats
