// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/describe/enum.hpp>

namespace tenpoint::directory {

// The languages that partners work in along the routes, as BCP 47 tags.
enum class SpokenLanguage {
    am,
    ar,
    bn,
    de,
    el,
    en,
    es,
    fa,
    ff,
    fr,
    ha,
    ht,
    it,
    ku,
    my,
    om,
    ps,
    pt,
    ru,
    so,
    sw,
    ti,
    tr,
    uk,
    ur,
    vi,
    wo,
    zh
};
BOOST_DESCRIBE_ENUM(SpokenLanguage, am, ar, bn, de, el, en, es, fa, ff, fr, ha, ht, it, ku, my, om,
                    ps, pt, ru, so, sw, ti, tr, uk, ur, vi, wo, zh)

}  // namespace tenpoint::directory
