// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/capture/formats/json_paths.h"
#include "core/capture/formats/json_records.h"
#include "core/capture/formats/named_values.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace dramatis::capture {

inline constexpr std::size_t kDeepestJson = 512; ///< what is nested deeper is no capture

/// Follows a document by its events, and notes what is wanted.
class JsonWalker
{
public:
    /// @param taker  may be null
    /// @param areLasting  whether what the events show stays where it is: a line parsed in place
    JsonWalker(const JsonPaths &paths, JsonRecordTaker *taker, bool areLasting)
        : m_paths(paths)
        , m_taker(taker)
        , m_areLasting(areLasting)
    {}

    /// Before each document.
    void restart()
    {
        m_containers.clear();
        m_ignored = 0;
        m_member = JsonPaths::kNone;
        m_values.clear();
    }

    [[nodiscard]] NamedValues &values() { return m_values; }
    /// All fields that ever were.
    [[nodiscard]] std::uint64_t seen() const { return m_seen; }
    [[nodiscard]] bool isTooDeep() const { return m_tooDeep; }
    [[nodiscard]] Result<> error() { return m_error; }

    // The events, by the names that RapidJSON has for them. Numbers come as text.
    bool Null() { return true; }
    bool Int(int) { return true; }
    bool Uint(unsigned) { return true; }
    bool Int64(std::int64_t) { return true; }
    bool Uint64(std::uint64_t) { return true; }
    bool Double(double) { return true; }
    bool Bool(bool value) { return scalar(value ? "true" : "false"); }
    bool RawNumber(const char *text, unsigned size, bool) { return scalar({text, size}); }
    bool String(const char *text, unsigned size, bool) { return scalar({text, size}); }

    bool Key(const char *text, unsigned size, bool)
    {
        if (m_ignored > 0)
            return true;
        const std::string_view name(text, size);
        const int object = m_containers.back();
        if (object == kPairValue)
            m_member = kPairValue;
        else if (m_paths.node(object).isPair)
            m_member = name == "key" ? kPairKey : name == "value" ? kPairValue : JsonPaths::kNone;
        else
            m_member = m_paths.member(object, name);
        if (m_member >= 0 && m_paths.node(m_member).isNamed)
            m_name.assign(name);
        return true;
    }

    bool StartObject()
    {
        const int index = current();
        if (!enter(index, false))
            return false;
        if (m_ignored > 0 || index < 0)
            return true;
        const JsonPaths::Node &node = m_paths.node(index);
        if (node.isPair) { // one of many that are members of what is around them
            m_pairKey.clear();
            m_pairValue.clear();
            m_hasPairValue = false;
        } else {
            m_values.clear(node.below);
        }
        if (node.isNamed && node.field != JsonPaths::kNone)
            keep(node.field, m_name, true);
        return true;
    }

    bool EndObject(unsigned)
    {
        const int index = leave();
        if (index < 0)
            return true;
        const JsonPaths::Node &node = m_paths.node(index);
        if (node.isPair && m_hasPairValue) {
            const int member = m_paths.member(index, m_pairKey);
            if (member != JsonPaths::kNone && m_paths.node(member).field != JsonPaths::kNone)
                keep(m_paths.node(member).field, m_pairValue, true);
        }
        if (node.record != JsonPaths::kNone && m_taker) {
            m_error = m_taker->take(node.record, m_values);
            return m_error.has_value();
        }
        return true;
    }

    bool StartArray() { return enter(current(), true); }
    bool EndArray(unsigned)
    {
        leave();
        return true;
    }

private:
    static constexpr int kPairKey = -2;
    static constexpr int kPairValue = -3;
    static constexpr int kArray = 1 << 20; ///< added to the node of an array

    /// What the value that begins now is.
    [[nodiscard]] int current() const
    {
        if (m_ignored > 0)
            return JsonPaths::kNone;
        if (m_containers.empty())
            return m_paths.document();
        const int container = m_containers.back();
        if (container >= kArray)
            return m_paths.node(container - kArray).element;
        return m_member;
    }

    bool enter(int index, bool isArray)
    {
        m_tooDeep = m_containers.size() + m_ignored >= kDeepestJson;
        if (index == JsonPaths::kNone || index == kPairKey)
            ++m_ignored;
        else
            m_containers.push_back(isArray && index >= 0 ? index + kArray : index);
        return !m_tooDeep;
    }

    /// The node of the container that ends, negative where it does not matter.
    int leave()
    {
        if (m_ignored > 0) {
            --m_ignored;
            return JsonPaths::kNone;
        }
        const int index = m_containers.back();
        m_containers.pop_back();
        return index;
    }

    bool scalar(std::string_view text)
    {
        const int index = current();
        if (index >= 0) {
            const int field = m_paths.node(index).field;
            if (field != JsonPaths::kNone)
                keep(field, text);
        } else if (index == kPairKey) {
            m_pairKey.assign(text);
        } else if (index == kPairValue && !m_hasPairValue) {
            m_pairValue.assign(text);
            m_hasPairValue = true;
        }
        return true;
    }

    void keep(int field, std::string_view text, bool isPassing = false)
    {
        const auto place = static_cast<std::size_t>(field);
        m_seen |= std::uint64_t{1} << place;
        if (m_areLasting && !isPassing) {
            m_values.set(place, text);
            return;
        }
        m_texts[place].assign(text);
        m_values.set(place, m_texts[place]);
    }

    const JsonPaths &m_paths;
    JsonRecordTaker *m_taker;
    bool m_areLasting;
    std::vector<int> m_containers; ///< nodes of what is open, below the document
    std::size_t m_ignored = 0;     ///< further containers that do not matter
    int m_member = JsonPaths::kNone;
    std::string m_name; ///< of the last member that may have any name
    std::string m_pairKey;
    std::string m_pairValue;
    bool m_hasPairValue = false;
    bool m_tooDeep = false;
    NamedValues m_values;
    std::uint64_t m_seen = 0;
    std::array<std::string, NamedValues::kMost> m_texts;
    Result<> m_error;
};

} // namespace dramatis::capture
