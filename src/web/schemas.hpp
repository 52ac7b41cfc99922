// SPDX-License-Identifier: Apache-2.0
#pragma once

// The JSON Schemas that the description of the API is put together from.

#include <string_view>
#include <vector>

#include <boost/describe/enumerators.hpp>
#include <boost/json/object.hpp>
#include <boost/mp11/algorithm.hpp>

namespace tenpoint::web {

boost::json::object text_schema();
boost::json::object id_schema();
boost::json::object date_schema();
boost::json::object time_schema();
boost::json::object number_schema();
boost::json::object flag_schema();
boost::json::object choice_schema(std::vector<std::string_view> words);
// The words of a code list.
template <class E>
boost::json::object choice_schema_of() {
    std::vector<std::string_view> words;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto enumerator) { words.emplace_back(enumerator.name); });
    return choice_schema(std::move(words));
}

boost::json::object list_schema(boost::json::object items);
// An object of these members and no others; all are there but for the `optional` ones.
boost::json::object object_schema(boost::json::object properties,
                                  const std::vector<std::string_view>& optional = {});
// An object whose members are named by data, such as the codes of a list.
boost::json::object map_schema(boost::json::object values);
// One page of a list; `next` is the type of what asks for the one after it.
boost::json::object page_schema(boost::json::object item, std::string_view next);
// An object that a standard describes, at that address.
boost::json::object standard_schema(std::string_view address);
// The schema of that name below `components`.
boost::json::object named_schema(std::string_view name);
// The same value or null.
boost::json::object nullable(boost::json::object schema);

}  // namespace tenpoint::web
