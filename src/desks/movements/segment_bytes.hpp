// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstring>
#include <string>
#include <string_view>

#include <boost/endian/conversion.hpp>

namespace tenpoint::movements {

// Numbers and texts one after the other, little-endian; a text behind its length.
class ByteWriter {
  public:
    explicit ByteWriter(std::string& bytes) : bytes_(bytes) {}

    template <std::integral T>
    void number(T value) {
        boost::endian::native_to_little_inplace(value);
        char raw[sizeof(T)];
        std::memcpy(raw, &value, sizeof(T));
        bytes_.append(raw, sizeof(T));
    }
    void text(std::string_view text) {
        number(static_cast<std::uint32_t>(text.size()));
        bytes_.append(text);
    }

  private:
    std::string& bytes_;
};

// Reads the same; each read gives false, and leaves its target alone, where the bytes end early.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    template <std::integral T>
    bool number(T& value) {
        if (rest_.size() < sizeof(T)) return false;
        std::memcpy(&value, rest_.data(), sizeof(T));
        boost::endian::little_to_native_inplace(value);
        rest_.remove_prefix(sizeof(T));
        return true;
    }
    bool bytes(std::size_t size, std::string_view& out) {
        if (rest_.size() < size) return false;
        out = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return true;
    }
    bool text(std::string_view& out) {
        std::uint32_t size = 0;
        return number(size) && bytes(size, out);
    }
    bool at_end() const { return rest_.empty(); }

  private:
    std::string_view rest_;
};

}  // namespace tenpoint::movements
