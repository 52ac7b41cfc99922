// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <cstddef>
#include <memory>
#include <string_view>

#include <expat.h>

#include "formats/byte_source.hpp"

namespace tenpoint::formats {

// The attributes of one element, asked by name without prefix, or by whole name.
class XmlAttributes {
  public:
    explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
    // Empty where it is not there.
    std::string_view operator[](std::string_view name) const;

  private:
    const char** pairs_;
};

// The number that a text begins with, or another where it begins with none.
template <class Number>
Number number_in(std::string_view text, Number otherwise) {
    std::from_chars(text.data(), text.data() + text.size(), otherwise);
    return otherwise;
}

// What happens while a document is read. Names come without prefix.
class XmlHandler {
  public:
    virtual ~XmlHandler() = default;
    virtual void begin(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    // Text comes in pieces.
    virtual void text(std::string_view piece) = 0;
};

// Reads a document as a stream (expat). One with a document type is refused, and with it every
// entity of its own; so are elements nested too deep and tags without end.
class XmlReader {
  public:
    enum class State { open, paused, finished, damaged };

    // Both must outlive the reader.
    XmlReader(ByteSource& bytes, XmlHandler& handler);
    // Before anything is read: the bytes come from elsewhere.
    void read_from(ByteSource& bytes) { bytes_ = &bytes; }

    // Goes on until the handler pauses or the document ends or proves damaged.
    State advance();
    // Called by the handler: `advance` returns after this event.
    void pause();
    // Whether it paused at the end of what the bytes have given so far.
    bool has_caught_up() const { return state_ == State::paused && paused_at_ == read_; }

  private:
    static constexpr int deepest = 64;
    static constexpr std::size_t longest_tag = std::size_t{4} << 20;
    static constexpr int piece_bytes = 64 << 10;

    struct Free {
        void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
    };
    static XmlReader& of(void* data) { return *static_cast<XmlReader*>(data); }
    static void on_begin(void* data, const char* name, const char** attributes);
    static void on_end(void* data, const char* name);
    static void on_text(void* data, const char* piece, int size);
    static void on_document_type(void* data, const char*, const char*, const char*, int);
    void refuse();
    State after(XML_Status status);

    ByteSource* bytes_;
    XmlHandler& handler_;
    std::unique_ptr<XML_ParserStruct, Free> parser_;
    State state_ = State::open;
    int depth_ = 0;
    std::size_t since_event_ = 0;  // bytes read without an event
    std::size_t read_ = 0;         // bytes in all
    std::size_t paused_at_ = 0;    // of them
    bool last_piece_ = false;
};

// Reads the whole document; false where it is damaged.
bool read_xml(ByteSource& bytes, XmlHandler& handler);

}  // namespace tenpoint::formats
