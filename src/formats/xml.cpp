// SPDX-License-Identifier: Apache-2.0
#include "formats/xml.hpp"

#include <new>

namespace tenpoint::formats {
namespace {

// Names are short, and there are millions of them: one loop is quicker than two searches.
std::string_view without_prefix(const char* name) {
    const auto* from = name;
    const auto* end = name;
    for (; *end != '\0'; ++end)
        if (*end == ':') from = end + 1;
    return {from, end};
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2)
        if (without_prefix(*pair) == name || *pair == name) return pair[1];
    return {};
}

XmlReader::XmlReader(ByteSource& bytes, XmlHandler& handler)
    : bytes_(&bytes), handler_(handler), parser_(XML_ParserCreate(nullptr)) {
    if (!parser_) throw std::bad_alloc{};
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_begin, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_document_type);
}

XmlReader::State XmlReader::advance() {
    if (state_ == State::paused) {
        state_ = State::open;
        state_ = after(XML_ResumeParser(parser_.get()));
    }
    while (state_ == State::open) {
        auto* buffer = static_cast<char*>(XML_GetBuffer(parser_.get(), piece_bytes));
        if (buffer == nullptr) throw std::bad_alloc{};
        const auto count = bytes_->read(buffer, piece_bytes);
        since_event_ += count;
        read_ += count;
        last_piece_ = count == 0;
        if (bytes_->failed() || since_event_ > longest_tag) return state_ = State::damaged;
        state_ = after(XML_ParseBuffer(parser_.get(), static_cast<int>(count), last_piece_));
    }
    return state_;
}

XmlReader::State XmlReader::after(XML_Status status) {
    if (state_ == State::damaged || status == XML_STATUS_ERROR) return State::damaged;
    if (status == XML_STATUS_SUSPENDED) return State::paused;
    return last_piece_ ? State::finished : State::open;
}

void XmlReader::pause() {
    if (state_ != State::open) return;
    auto* parser = parser_.get();
    paused_at_ =
        static_cast<std::size_t>(XML_GetCurrentByteIndex(parser) + XML_GetCurrentByteCount(parser));
    XML_StopParser(parser, XML_TRUE);
}

void XmlReader::refuse() {
    state_ = State::damaged;
    XML_StopParser(parser_.get(), XML_FALSE);
}

void XmlReader::on_begin(void* data, const char* name, const char** attributes) {
    auto& reader = of(data);
    reader.since_event_ = 0;
    if (++reader.depth_ > deepest) return reader.refuse();
    reader.handler_.begin(without_prefix(name), XmlAttributes{attributes});
}

void XmlReader::on_end(void* data, const char* name) {
    auto& reader = of(data);
    reader.since_event_ = 0;
    --reader.depth_;
    reader.handler_.end(without_prefix(name));
}

void XmlReader::on_text(void* data, const char* piece, int size) {
    auto& reader = of(data);
    reader.since_event_ = 0;
    reader.handler_.text({piece, static_cast<std::size_t>(size)});
}

void XmlReader::on_document_type(void* data, const char*, const char*, const char*, int) {
    of(data).refuse();
}

bool read_xml(ByteSource& bytes, XmlHandler& handler) {
    return XmlReader{bytes, handler}.advance() == XmlReader::State::finished;
}

}  // namespace tenpoint::formats
