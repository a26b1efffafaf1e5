// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/formats/named_fields.h"

#include "core/base/ascii.h"
#include "core/capture/formats/field_converter.h"

#include <bit>

namespace dramatis::capture {

namespace {

/// Which of the stamps a text is by its looks; a number is taken for the unit that puts it between
/// 1973 and 5138.
LogField stampFieldOf(std::string_view text)
{
    if (text.size() > 2 && text[2] == '/')
        return LogField::CommonStamp;
    std::size_t digits = 0;
    while (digits < text.size() && ascii::isDigit(text[digits]))
        ++digits;
    if (digits < text.size() && text[digits] != '.')
        return text[digits] == 'e' || text[digits] == 'E' ? LogField::EpochSeconds
                                                          : LogField::IsoStamp;
    if (digits <= 11)
        return LogField::EpochSeconds;
    if (digits <= 14)
        return LogField::EpochMilliseconds;
    return digits <= 17 ? LogField::EpochMicroseconds : LogField::EpochNanoseconds;
}

/// Of a size or a time, some logs write -1 for "none".
bool isNegative(LogField field, std::string_view text)
{
    switch (field) {
    case LogField::BodyBytes:
    case LogField::BytesSent:
    case LogField::RequestBytes:
    case LogField::Seconds:
    case LogField::Milliseconds:
    case LogField::Microseconds:
    case LogField::Nanoseconds:
        return text.front() == '-';
    default:
        return false;
    }
}

} // namespace

void setFields(const NamedValues &values,
               std::span<const NamedColumn> vocabulary,
               LogFields &fields)
{
    fields = {};
    bool hasStamp = false;
    for (std::uint64_t left = values.present(); left != 0; left &= left - 1) {
        const auto place = static_cast<std::size_t>(std::countr_zero(left));
        const std::string_view text = values[place];
        LogField field = vocabulary[place].field;
        const bool isStamp = field == LogField::IsoStamp;
        if (isAbsent(text) || isNegative(field, text) || (isStamp && hasStamp))
            continue;
        if (isStamp) {
            field = stampFieldOf(text);
            hasStamp = true;
        }
        if (at(fields, field).empty())
            at(fields, field) = text;
    }
}

JsonShape shapeOf(std::span<const NamedColumn> vocabulary)
{
    JsonShape shape;
    for (const NamedColumn &column : vocabulary)
        shape.fields.push_back(column.name);
    return shape;
}

std::uint64_t placesOf(std::span<const std::string_view> names,
                       std::span<const NamedColumn> vocabulary)
{
    std::uint64_t places = 0;
    for (std::size_t i = 0; i < vocabulary.size(); ++i) {
        for (const std::string_view name : names)
            places |= vocabulary[i].name == name ? std::uint64_t{1} << i : 0;
    }
    return places;
}

} // namespace dramatis::capture
