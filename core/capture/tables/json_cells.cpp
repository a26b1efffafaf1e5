// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/tables/json_cells.h"

#include <algorithm>
#include <cstdint>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace dramatis::capture {

namespace {

constexpr std::size_t kDeepestCell = 8;
constexpr std::size_t kMostCellsOfObject = 4096;

/// Whether a name means itself in a path.
bool isPlainName(std::string_view name)
{
    return !name.empty() && name != "*" && name != "[]" && name != "[=]" && !name.starts_with('^')
           && name.find_first_of(">|") == std::string_view::npos;
}

/// Takes the events of one object.
class CellCollector
{
public:
    std::vector<std::pair<std::string, std::string>> cells;

    bool Null() { return true; }
    bool Int(int) { return true; }
    bool Uint(unsigned) { return true; }
    bool Int64(std::int64_t) { return true; }
    bool Uint64(std::uint64_t) { return true; }
    bool Double(double) { return true; }
    bool Bool(bool value) { return add(value ? "true" : "false"); }
    bool RawNumber(const char *text, unsigned size, bool) { return add({text, size}); }
    bool String(const char *text, unsigned size, bool) { return add({text, size}); }
    bool Key(const char *text, unsigned size, bool)
    {
        m_name.assign(text, size);
        return true;
    }
    bool StartObject()
    {
        if (m_ignored > 0 || m_depth > kDeepestCell || (m_depth > 0 && !isPlainName(m_name))) {
            ++m_ignored;
            return true;
        }
        m_lengths.push_back(m_path.size());
        if (m_depth++ > 0)
            m_path.append(m_name).append(1, '>');
        return true;
    }
    bool EndObject(unsigned)
    {
        if (m_ignored > 0) {
            --m_ignored;
            return true;
        }
        --m_depth;
        m_path.resize(m_lengths.back());
        m_lengths.pop_back();
        return true;
    }
    bool StartArray()
    {
        ++m_ignored;
        return true;
    }
    bool EndArray(unsigned)
    {
        --m_ignored;
        return true;
    }

private:
    bool add(std::string_view value)
    {
        if (m_ignored == 0 && m_depth > 0 && isPlainName(m_name)
            && cells.size() < kMostCellsOfObject)
            cells.emplace_back(m_path + m_name, value);
        return true;
    }

    std::string m_path;
    std::string m_name;
    std::vector<std::size_t> m_lengths;
    std::size_t m_depth = 0;
    std::size_t m_ignored = 0;
};

} // namespace

std::optional<std::vector<std::pair<std::string, std::string>>> jsonCells(std::string_view line)
{
    line.remove_prefix(std::min(line.find('{'), line.size()));
    if (line.empty())
        return std::nullopt;
    CellCollector collector;
    rapidjson::MemoryStream stream(line.data(), line.size());
    rapidjson::GenericReader<rapidjson::UTF8<>, rapidjson::UTF8<>> reader;
    constexpr unsigned kFlags = rapidjson::kParseIterativeFlag
                                | rapidjson::kParseNumbersAsStringsFlag
                                | rapidjson::kParseStopWhenDoneFlag;
    if (reader.Parse<kFlags>(stream, collector).IsError())
        return std::nullopt;
    return std::move(collector.cells);
}

} // namespace dramatis::capture
