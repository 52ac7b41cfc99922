// SPDX-License-Identifier: Apache-2.0
#include "base/web_address.hpp"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

namespace tenpoint {

bool is_web_address(std::string_view text) {
    namespace urls = boost::urls;
    const auto address = urls::parse_uri(text);
    return address && !address->encoded_host().empty() &&
           (address->scheme_id() == urls::scheme::http ||
            address->scheme_id() == urls::scheme::https);
}

}  // namespace tenpoint
