// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/packets/protocols/sql_operation.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <array>

namespace dramatis::capture::packets {

namespace {

constexpr std::size_t kLongestVerb = 16;
constexpr std::size_t kLongestTable = 128;

bool isWordCharacter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return ascii::isLetterOrDigit(c) || c == '_' || c == '$' || byte >= 0x80;
}

/// Words and signs, one after the other.
class SqlTokens
{
public:
    explicit SqlTokens(std::string_view text) : m_text(text) {}

    /// The next word, with its dots and without its quotes, or one sign; empty at the end.
    std::string_view next()
    {
        skipBlanksAndComments();
        if (m_at >= m_text.size())
            return {};
        const char c = m_text[m_at];
        if (c == '\'') {
            skipString();
            return "'";
        }
        const std::size_t begin = m_at;
        if (!isWordCharacter(c) && c != '"' && c != '`' && c != '[')
            return m_text.substr(m_at++, 1);
        while (m_at < m_text.size()
               && (isWordCharacter(m_text[m_at]) || m_text[m_at] == '.' || m_text[m_at] == '"'
                   || m_text[m_at] == '`' || m_text[m_at] == '[' || m_text[m_at] == ']'))
            ++m_at;
        return m_text.substr(begin, m_at - begin);
    }

private:
    void skipBlanksAndComments()
    {
        while (m_at < m_text.size()) {
            const std::string_view rest = m_text.substr(m_at);
            if (rest.starts_with("--") || rest.starts_with('#'))
                m_at += std::min(rest.find('\n'), rest.size());
            else if (rest.starts_with("/*"))
                m_at += std::min(rest.find("*/", 2), rest.size() - 2) + 2;
            else if (rest.front() == ' ' || (rest.front() >= '\t' && rest.front() <= '\r'))
                ++m_at;
            else
                return;
        }
    }

    void skipString()
    {
        for (++m_at; m_at < m_text.size() && m_text[m_at] != '\''; ++m_at)
            m_at += m_text[m_at] == '\\' ? 1U : 0U;
        ++m_at;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

std::string upper(std::string_view word)
{
    std::string text(word.substr(0, kLongestVerb));
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return ascii::upper(c); });
    return text;
}

std::string tableName(std::string_view word)
{
    std::string text;
    for (const char c : word.substr(0, kLongestTable)) {
        if (c != '"' && c != '`' && c != '[' && c != ']')
            text += ascii::lower(c);
    }
    return text;
}

/// Between the word before a table and its name.
bool isFiller(const std::string &word)
{
    constexpr std::array<std::string_view, 9> kFillers{"IF",
                                                       "NOT",
                                                       "EXISTS",
                                                       "ONLY",
                                                       "LOW_PRIORITY",
                                                       "IGNORE",
                                                       "TABLE",
                                                       "TEMPORARY",
                                                       "CONCURRENTLY"};
    return std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end();
}

/// The word that the table of a statement follows.
std::string_view wordBeforeTable(const std::string &verb)
{
    if (verb == "SELECT" || verb == "DELETE" || verb == "SHOW")
        return "FROM";
    if (verb == "INSERT" || verb == "REPLACE" || verb == "MERGE")
        return "INTO";
    if (verb == "UPDATE" || verb == "TRUNCATE" || verb == "COPY" || verb == "LOCK")
        return verb;
    return verb == "CREATE" || verb == "DROP" || verb == "ALTER" ? "TABLE" : std::string_view();
}

} // namespace

SqlOperation sqlOperation(std::string_view statement)
{
    SqlTokens tokens(statement);
    SqlOperation operation;
    std::string_view before;
    int depth = 0;
    bool isWith = false;
    bool isTableNext = false;
    for (std::string_view token = tokens.next(); !token.empty(); token = tokens.next()) {
        if (isTableNext) {
            if (isFiller(upper(token)))
                continue;
            if (isWordCharacter(token.front()) || token.front() == '"' || token.front() == '`'
                || token.front() == '[')
                operation.table = tableName(token);
            break;
        }
        if (token == "(" || token == ")") {
            depth += token == "(" ? 1 : -1;
            continue;
        }
        const bool isWord = isWordCharacter(token.front());
        if (!isWord || (depth > 0 && (isWith || !operation.verb.empty())))
            continue;
        const std::string word = upper(token);
        if (operation.verb.empty()) {
            isWith = isWith || word == "WITH";
            const bool isVerb = !isWith || word == "SELECT" || word == "INSERT" || word == "UPDATE"
                                || word == "DELETE" || word == "MERGE";
            if (!isVerb)
                continue;
            operation.verb = word;
            isWith = false;
            depth = 0; // "(SELECT ...) UNION (SELECT ...)"
            before = wordBeforeTable(operation.verb);
            if (before.empty())
                break;
            isTableNext = before == word;
        } else {
            isTableNext = before == word;
        }
    }
    if (operation.verb.empty() && isWith)
        operation.verb = "WITH";
    return operation;
}

} // namespace dramatis::capture::packets
