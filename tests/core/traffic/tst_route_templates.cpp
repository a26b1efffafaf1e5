// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/route_use.h"
#include "tests/support/exchanges.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace dramatis;
using namespace dramatis::traffic;

namespace {

RouteTemplates need(const QStringList &texts)
{
    auto templates = RouteTemplates::parse(texts);
    if (!templates)
        qFatal("%s", qPrintable(templates.error().toString()));
    return *std::move(templates);
}

table::StringPool poolOf(const QStringList &operations)
{
    table::StringPool pool;
    for (const QString &one : operations)
        pool.intern(one.toStdString());
    return pool;
}

/// By operation, for comparisons whatever the order of the pool.
std::map<std::string, std::string> routesByOperation(const table::StringPool &operations,
                                                     const RouteTemplates &templates)
{
    const RouteNames routes = routeNames(operations, templates);
    std::map<std::string, std::string> named;
    for (std::uint32_t id = 0; id < operations.size(); ++id)
        named.emplace(operations.at(StringId{id}), routes.names->at(routes.ofOperation[id]));
    return named;
}

/// The first operation that the two name differently, for the message; empty where none is.
QByteArray differenceOf(const std::map<std::string, std::string> &a,
                        const std::map<std::string, std::string> &b)
{
    for (const auto &[operation, route] : a) {
        const auto other = b.find(operation);
        if (other == b.end() || other->second != route)
            return QByteArray::fromStdString(
                operation + " -> " + route + ", not "
                + (other == b.end() ? std::string("known") : other->second));
    }
    return a.size() == b.size() ? QByteArray() : QByteArray("one has more operations");
}

/// Paths of few segments, so that they meet in many places: words, identifiers, odd ones.
std::vector<std::string> randomOperations(std::mt19937 &random, int count)
{
    const std::vector<std::string> segments{
        "cart",     "users", "me",      "42",      "7.xml",    "a.xml",
        "b@c.xml",  "{x}",   "{y}.png", "*",       "**",       "\\x",
        "\xff\xfe", "x y",   "",        "?",       "v2",       "9e107d9d372bb6826bd81d3542a419d6",
        ".xml",     "größe", "{",       "a.b.xml", "42.a.xml", "\xf0\x9f\x98\x80"};
    const std::vector<std::string> heads{
        "GET ", "POST ", "", "GET http://a.example", "http://b.example", "\x16\x03 ", " "};
    const auto below = [&random](std::size_t end) {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
    };
    std::vector<std::string> operations;
    for (int i = 0; i < count; ++i) {
        std::string operation = heads[below(heads.size())];
        const std::size_t depth = 1 + below(4);
        for (std::size_t k = 0; k < depth; ++k) {
            operation += '/';
            if (below(3) == 0) { // many siblings in one place
                operation += static_cast<char>('a' + below(26));
                operation += static_cast<char>('a' + below(26));
                operation += below(2) == 0 ? ".png" : "";
            } else {
                operation += segments[below(segments.size())];
            }
        }
        operations.push_back(operation);
    }
    return operations;
}

} // namespace

class TestRouteTemplates : public QObject
{
    Q_OBJECT

private slots:
    void aTemplateNamesWhatItTakes_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("route"); ///< empty: not taken
        const auto row = [](const char *written, const char *operation, const char *route) {
            QTest::addRow("%s | %s", written, operation)
                << QString::fromUtf8(written) << QString::fromUtf8(operation)
                << QString::fromUtf8(route);
        };
        row("/users/{user}", "GET /users/42", "GET /users/{user}");
        row("/users/{user}", "/users/anna", "/users/{user}");
        row("/users/{user}", "GET /users/", "");
        row("/users/{user}", "GET /users", "");
        row("/users/{user}", "GET /users/42/", "");
        row("/users/{user}", "GET /users/42/orders", "");
        row("/users/{user}", "GET /Users/42", "");
        row("/users/{user}", "GET http://a.example/users/42", "GET http://a.example/users/{user}");
        row("GET /users/{user}", "GET /users/42", "GET /users/{user}");
        row("GET /users/{user}", "POST /users/42", "");
        row("GET /users/{user}", "/users/42", "");
        row("GET http://a.example/{x}", "GET http://a.example/1", "GET http://a.example/{x}");
        row("GET http://a.example/{x}", "GET http://b.example/1", "");
        row("http://a.example/{x}", "GET /1", "");
        row("/users/{user:id}", "GET /users/42", "GET /users/{user}");
        row("/users/{user:id}", "GET /users/me", "");
        row("/maps/{city}.png", "GET /maps/bern.png", "GET /maps/{city}.png");
        row("/maps/{city}.png", "GET /maps/.png", "");
        row("/maps/{city}.png", "GET /maps/bern.jpg", "");
        row("/ab{x}ba", "/aba", "");
        row("/v{n}/items", "GET /v2/items", "GET /v{n}/items");
        row("/a/*/c", "GET /a/b/c", "GET /a/*/c");
        row("/a/*/c", "GET /a//c", "");
        row("/orders/{order}/items/**", "GET /orders/7/items", "GET /orders/{order}/items/**");
        row("/orders/{order}/items/**", "GET /orders/7/items/", "GET /orders/{order}/items/**");
        row("/orders/{order}/items/**", "GET /orders/7/items/a/b", "GET /orders/{order}/items/**");
        row("/orders/{order}/items/**", "GET /orders/7/itemsX", "");
        row("/**", "GET /", "GET /**");
        row("/**", "SELECT items", "");
        row("/**", "CONNECT example.org:443", "");
        row("/**", "PING", "");
        row("/**", "", "");
        row("/", "GET /", "GET /");
        row("/", "GET //", "");
        row("/users/42", "GET /users/42", "GET /users/42");
        row("=/wiki/*", "GET /wiki/a", "GET /wiki/a");
        row("= GET /wiki/*", "GET /wiki/a", "GET /wiki/a");
        row("/a\\{b\\}", "GET /a{b}", "GET /a{b}");
        row("/\\*/\\*\\*", "GET /*/**", "GET /*/**");
        row("/a\\x20b", "GET /a b", "GET /a b");
        row("/größe/{größe}", "GET /größe/9", "GET /größe/{größe}");
        row("  /users/{user}  ", "GET /users/42", "GET /users/{user}");
        row("/redirect/**", "GET /redirect/http://a.example/b", "GET /redirect/**");
    }

    void aTemplateNamesWhatItTakes()
    {
        QFETCH(const QString, written);
        QFETCH(const QString, operation);
        QFETCH(const QString, route);
        const RouteTemplates templates = need({written});
        const std::string text = operation.toStdString();
        const auto taking = templates.find(text);
        QCOMPARE(taking.has_value(), !route.isEmpty());
        if (!taking)
            return;
        std::string name;
        templates.appendRoute(*taking, text, name);
        QCOMPARE(QString::fromStdString(name), route);
    }

    /// In any order of the list; the template that takes each operation is written beside it.
    void theMoreSpecificGoesFirst()
    {
        QStringList texts{u"/**"_s,
                          u"/users/**"_s,
                          u"/users/{name}"_s,
                          u"/users/{name}.xml"_s,
                          u"/users/long{name}.xml"_s,
                          u"/users/{number:id}"_s,
                          u"/users/me"_s,
                          u"GET /users/me"_s,
                          u"http://a.example/**"_s,
                          u"/users/me/{what}"_s,
                          u"/users/{name}/orders"_s,
                          u"/users/{name}/orders/{order}"_s,
                          u"POST /users/anna/orders"_s};
        const std::vector<std::pair<const char *, const char *>> taken{
            {"PUT /x", "/**"},
            {"PUT /users", "/users/**"},
            {"PUT /users/a/b/c", "/users/**"},
            {"PUT /users/anna", "/users/{name}"},
            {"PUT /users/a.xml", "/users/{name}.xml"},
            {"PUT /users/longer.xml", "/users/long{name}.xml"},
            {"PUT /users/42", "/users/{number:id}"},
            {"PUT /users/me", "/users/me"},
            {"GET /users/me", "GET /users/me"},
            {"GET http://a.example/users/me", "http://a.example/**"},
            {"GET http://b.example/users/me", "GET /users/me"},
            // The first segment that differs decides, as in Spring.
            {"GET /users/me/orders", "/users/me/{what}"},
            // What begins well and does not end well is taken by the next.
            {"GET /users/me/orders/7", "/users/{name}/orders/{order}"},
            {"GET /users/42/orders", "/users/{name}/orders"},
            {"GET /users/anna/orders", "/users/{name}/orders"},
            {"POST /users/anna/orders", "POST /users/anna/orders"}};
        std::mt19937 random(3);
        for (int round = 0; round < 50; ++round) {
            const RouteTemplates templates = need(texts);
            for (const auto &[operation, text] : taken) {
                const auto index = templates.find(operation);
                QVERIFY2(index, operation);
                QCOMPARE(templates.at(*index).text, QString::fromLatin1(text));
            }
            std::shuffle(texts.begin(), texts.end(), random);
        }
    }

    /// Equally specific: the list's order decides.
    void theFirstOfEqualsGoesFirst()
    {
        QCOMPARE(need({u"/a{x}"_s, u"/{x}b"_s}).find("GET /acb"), std::size_t(0));
        QCOMPARE(need({u"/{x}b"_s, u"/a{x}"_s}).find("GET /acb"), std::size_t(0));
    }

    void whatCannotBeReadIsSaid_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("said"); ///< a part of the message
        const auto row = [](const QString &written, const char *said) {
            QTest::newRow(qPrintable(written.left(30))) << written << QString::fromUtf8(said);
        };
        row(u""_s, "no path");
        row(u"="_s, "no path");
        row(u"users/{id}"_s, "no path");
        row(u"GET users"_s, "no path");
        row(u"http://a.example"_s, "no path");
        row(u"G(T /users"_s, "is no method");
        row(u"/users/{id"_s, "the { at character 8");
        row(u"/users/{i/d}"_s, "the { at character 8");
        row(u"/users/id}"_s, "at character 10 a }");
        row(u"/users/{}"_s, "needs a name");
        row(u"/users/{a b}"_s, "needs a name");
        row(u"/users/{%1}"_s.arg(QString(41, u'x')), "needs a name");
        row(u"/users/{id:int}"_s, "unknown kind");
        row(u"/users/{a}-{b}"_s, "at character 12 a second parameter");
        row(u"/users/a*"_s, "at character 9 a star");
        row(u"/**/a"_s, "takes all that follows");
        row(u"/a?b=c"_s, "at character 3 a query");
        row(u"/a\\"_s, "at the end");
        row(u"/a\\xg0"_s, "two hexadecimal digits");
        row(u'/' + QString(5000, u'x'), "longer than 4096");
    }

    void whatCannotBeReadIsSaid()
    {
        QFETCH(const QString, written);
        QFETCH(const QString, said);
        const auto parsed = RouteTemplates::parse({u"/fine"_s, written});
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::InvalidArgument);
        QVERIFY2(parsed.error().message.contains(said), qPrintable(parsed.error().message));
        QVERIFY(parsed.error().message.size() < 400);
        QCOMPARE(parsed.error().context, QStringList{u"route template 2"_s});
    }

    void whatWouldTakeNothingIsRefused()
    {
        RouteTemplates templates = need({u"/users/{id}"_s, u"/a/**"_s, u"GET /x"_s});
        for (const QString &same : {u"/users/{name}"_s, u"=/users/*"_s, u"/a/**"_s, u"GET /x"_s}) {
            const auto added = templates.add(same);
            QVERIFY(!added);
            QVERIFY(added.error().message.contains(same));
        }
        QCOMPARE(templates.size(), std::size_t(3));
        QVERIFY(templates.add(u"GET /users/{name}"_s));
        QVERIFY(templates.add(u"/x"_s));
    }

    void aListIsReadFromLinesAndFromJson()
    {
        const auto lines =
            RouteTemplates::parseLines(u"# of the shop\n\n/users/{id}\r\n  GET /cart  \n"_s);
        QVERIFY(lines);
        QCOMPARE(lines->texts(), (QStringList{u"/users/{id}"_s, u"GET /cart"_s}));
        const auto again = RouteTemplates::fromJson(lines->toJson());
        QVERIFY(again);
        QCOMPARE(*again, *lines);
        QCOMPARE(RouteTemplates::parseLines(u"/a\n\n/b{\n"_s).error().context,
                 QStringList{u"line 3"_s});
        QCOMPARE(RouteTemplates::fromJson({u"/a"_s, 7}).error().kind, ErrorKind::Format);
    }

    /// A template changes the routes of what it takes and no others, whatever was learned.
    void othersStayAsTheyWereLearned()
    {
        QStringList operations;
        for (int i = 0; i < 60; ++i)
            operations << u"GET /wiki/"_s + QChar(u'a' + i / 26) + QChar(u'a' + i % 26);
        QStringList texts;
        for (const QString &operation : operations.mid(0, 20))
            texts << operation;
        const auto named = routesByOperation(poolOf(operations), need(texts));
        QCOMPARE(named.at("GET /wiki/aa"), "GET /wiki/aa");
        QCOMPARE(named.at("GET /wiki/cb"), "GET /wiki/{name}"); // though only 40 are left
    }

    /// Whatever the order of the operations and of templates that differ in what they take; and the
    /// learned routes, as templates, name all as they were learned.
    void theOrderDoesNotMatterAndWhatIsLearnedCanBeWritten()
    {
        std::mt19937 random(11);
        for (int round = 0; round < 30; ++round) {
            std::vector<std::string> operations = randomOperations(random, 600);
            table::StringPool pool;
            for (const std::string &operation : operations)
                pool.intern(operation);
            const auto learned = routesByOperation(pool, {});

            QStringList texts;
            for (const LearnedRoute &route : routeUse(pool, {}, {}).learned) {
                if (!route.written.isEmpty() && !texts.contains(route.written))
                    texts.append(route.written);
            }
            QVERIFY(texts.size() > 50);
            const RouteTemplates templates = need(texts);
            QCOMPARE(differenceOf(routesByOperation(pool, templates), learned), QByteArray());
            // Nearly nothing is left to learn: what has no path, or no method that is one.
            for (const LearnedRoute &left : routeUse(pool, {}, templates).learned)
                QVERIFY2(left.written.isEmpty(), qPrintable(left.name + u" <- " + left.written));

            std::shuffle(operations.begin(), operations.end(), random);
            std::shuffle(texts.begin(), texts.end(), random);
            table::StringPool shuffled;
            for (const std::string &operation : operations)
                shuffled.intern(operation);
            QCOMPARE(differenceOf(routesByOperation(shuffled, need(texts)), learned), QByteArray());
        }
    }

    /// Any literal, written down, is taken as it is.
    void anyBytesCanBeWritten()
    {
        std::mt19937 random(23);
        std::uniform_int_distribution<int> byte(0, 255);
        for (int round = 0; round < 2000; ++round) {
            std::string literal;
            for (int i = byte(random) % 12; i >= 0; --i) {
                const char c = static_cast<char>(byte(random));
                if (c != '/')
                    literal += c;
            }
            const RouteTemplates templates = need({u"/"_s + escapedForTemplate(literal)});
            QCOMPARE(templates.at(0).path(), "/" + literal);
            QVERIFY(templates.find("GET /" + literal));
        }
    }

    /// Nothing that can be typed crashes, and what is read is found again.
    void anyTextIsReadOrRefused()
    {
        std::mt19937 random(29);
        const QString marks = u"/{}*:\\x=? idGET.#é\U0001F600"_s;
        std::uniform_int_distribution<qsizetype> place(0, marks.size() - 1);
        int read = 0;
        for (int round = 0; round < 20'000; ++round) {
            QString text(round % 2 == 0 ? u"/"_s : QString());
            for (int i = 0; i < 8; ++i)
                text += marks[place(random)];
            RouteTemplates templates;
            if (!templates.add(text))
                continue;
            ++read;
            QCOMPARE(need(templates.texts()), templates);
            (void)templates.find(text.toStdString());
        }
        QVERIFY(read > 1000);
        std::string deep = "GET ";
        for (int i = 0; i < 100'000; ++i)
            deep += "/x";
        QVERIFY(!need({u"/x/{y}"_s}).find(deep));
        QVERIFY(need({u"/x/**"_s}).find(deep));
    }

    /// Where each segment fits two parameters, every node of the tree is visited once at most.
    void aMatchIsFastWhateverIsWritten()
    {
        QStringList texts;
        for (int i = 0; i < 2000; ++i) {
            QString text;
            for (int bit = 0; bit < 11; ++bit)
                text += (i >> bit & 1) != 0 ? u"/{x}"_s : u"/a{x}"_s;
            texts.append(text + u"/end"_s);
        }
        const RouteTemplates templates = need(texts);
        std::string operation = "GET ";
        for (int bit = 0; bit < 11; ++bit)
            operation += "/ab";
        QElapsedTimer clock;
        clock.start();
        QVERIFY(!templates.find(operation + "/other"));
        QVERIFY(clock.elapsed() < 1000);
    }

    void onlyThoseThatTakeAnythingAreKept()
    {
        const RouteTemplates templates = need(
            {u"/users/alice"_s, u"/users/{id}"_s, u"/users/**"_s, u"POST /users/{id}"_s, u"/x"_s});
        const RouteTemplates kept =
            templates.thoseTaking(poolOf({u"GET /users/3f2a"_s, u"SELECT x"_s}));
        QCOMPARE(kept.texts(), (QStringList{u"/users/{id}"_s, u"/users/**"_s}));
    }

    void tablesNameByTemplates()
    {
        const auto table = makeTable({{.begin = 0, .method = "GET", .path = "/users/1"},
                                      {.begin = 1, .method = "GET", .path = "/users/1"},
                                      {.begin = 2, .method = "PUT", .path = "/users/2"},
                                      {.begin = 3, .method = "GET", .path = "/cart"}},
                                     ResourceRule::Route);
        const auto namesOf = [](const ExchangeTable &one) {
            QStringList names;
            for (std::uint32_t id = 1; id < one.resources().size(); ++id)
                names << one.resources().text(StringId{id});
            return names;
        };
        const auto named = table->withRoutes(need({u"/users/{user}"_s}));
        QCOMPARE(namesOf(*table),
                 (QStringList{u"GET /users/{id}"_s, u"PUT /users/{id}"_s, u"GET /cart"_s}));
        QCOMPARE(namesOf(*named),
                 (QStringList{u"GET /users/{user}"_s, u"PUT /users/{user}"_s, u"GET /cart"_s}));
        QCOMPARE(named->chunks(), table->chunks());
        QCOMPARE(named->store(), table->store());
        // The templates stay with the table when the rule changes, and back.
        const auto back = named->withRule(ResourceRule::Segment)->withRule(ResourceRule::Route);
        QCOMPARE(namesOf(*back), namesOf(*named));
        QCOMPARE(back->routeTemplates(), named->routeTemplates());
        QCOMPARE(namesOf(*named->withRoutes({})), namesOf(*table));
        QVERIFY(table->routeTemplates().isEmpty());

        NullJobControl job;
        const auto counts = operationCounts(*table, job);
        QVERIFY(counts);
        const RouteUse use =
            routeUse(*table->pools().operations, *counts, need({u"GET /users/{user}"_s}));
        QCOMPARE(use.templates.size(), std::size_t(1));
        QCOMPARE(use.templates[0].operations, std::uint64_t(1));
        QCOMPARE(use.templates[0].exchanges, std::uint64_t(2));
        QCOMPARE(use.learned.size(), std::size_t(2));
        QCOMPARE(use.learned[0].name, u"GET /cart"_s);
        QVERIFY(use.learned[0].examples.isEmpty());
        QCOMPARE(use.learned[1].name, u"PUT /users/{id}"_s);
        QCOMPARE(use.learned[1].written, u"PUT /users/{id:id}"_s);
        QCOMPARE(use.learned[1].examples, QStringList{u"PUT /users/2"_s});
    }

private:
    static ExchangeTablePtr makeTable(std::vector<Exchange> exchanges, ResourceRule rule)
    {
        return tests::makeTable(std::move(exchanges), rule);
    }
};

QTEST_GUILESS_MAIN(TestRouteTemplates)
#include "tst_route_templates.moc"
