// SPDX-License-Identifier: Apache-2.0
#include "formats/packed_text.hpp"

#include "formats/document_text.hpp"
#include "formats/xml.hpp"
#include "formats/zip_archive.hpp"

namespace tenpoint::formats {
namespace {

constexpr std::size_t most_unpacked = std::size_t{64} << 20;
constexpr auto docx_part = "word/document.xml";
constexpr auto odt_part = "content.xml";

// In OpenDocument all text is the document's own; Word marks it, beside that of its fields.
class TextCollector final : public XmlHandler {
  public:
    explicit TextCollector(bool only_in_runs) : only_in_runs_(only_in_runs) {}

    void follow(XmlReader& reader) { reader_ = &reader; }
    void begin(std::string_view name, const XmlAttributes&) override {
        is_in_run_ = name == "t";
        if (name == "tab" || name == "s" || name == "br") text_ += ' ';
    }
    void end(std::string_view name) override {
        is_in_run_ = false;
        if (name == "p" || name == "h") text_ += '\n';
        if (text_.size() > most_document_text) reader_->pause();
    }
    void text(std::string_view piece) override {
        if (is_in_run_ || !only_in_runs_) text_ += piece;
    }

    std::string take() { return std::move(text_); }

  private:
    bool only_in_runs_;
    bool is_in_run_ = false;
    XmlReader* reader_ = nullptr;
    std::string text_;
};

}  // namespace

std::string packed_text(const std::filesystem::path& file) {
    const auto archive = ZipArchive::open(file);
    if (!archive) return {};
    const bool is_docx = (*archive)->has(docx_part);
    auto part = (*archive)->part(is_docx ? docx_part : odt_part, most_unpacked);
    if (!part) return {};
    TextCollector collector(is_docx);
    XmlReader reader(**part, collector);
    collector.follow(reader);
    reader.advance();
    return collector.take();
}

}  // namespace tenpoint::formats
