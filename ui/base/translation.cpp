// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

QLocale localeOf(const QString &language)
{
    if (!language.isEmpty())
        return QLocale(language);
    const QLocale system = QLocale::system();
    return system.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates)
                                           : system;
}

} // namespace

std::vector<std::unique_ptr<QTranslator>> installTranslations(const QString &language)
{
    std::vector<std::unique_ptr<QTranslator>> translators;
    const auto install = [&translators](std::unique_ptr<QTranslator> translator) {
        QCoreApplication::installTranslator(translator.get());
        translators.push_back(std::move(translator));
    };
    const QLocale locale = localeOf(language);
    QLocale::setDefault(locale);
    auto qt = std::make_unique<QTranslator>();
    if (qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        install(std::move(qt));
    auto own = std::make_unique<QTranslator>();
    if (own->load(locale, u"dramatis"_s, u"_"_s, u":/i18n"_s)
        || own->load(
            u":/i18n/dramatis_en.qm"_s)) // a language that is not here: English, with its plurals
        install(std::move(own));
    return translators;
}

} // namespace dramatis::ui
