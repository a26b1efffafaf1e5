// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences_dialog.h"

#include "ui/base/fonts.h"
#include "ui/base/settings.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dramatis::ui {

namespace {

constexpr int kFieldWidth = 220;

QComboBox *themeBox(Settings &settings, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(u"theme"_s);
    box->addItem(PreferencesDialog::tr("Of the system"), int(ThemeChoice::System));
    box->addItem(PreferencesDialog::tr("Light"), int(ThemeChoice::Light));
    box->addItem(PreferencesDialog::tr("Dark"), int(ThemeChoice::Dark));
    box->setCurrentIndex(box->findData(int(settings.theme())));
    QObject::connect(box, &QComboBox::activated, &settings, [box, &settings] {
        settings.setTheme(static_cast<ThemeChoice>(box->currentData().toInt()));
    });
    return box;
}

QComboBox *languageBox(Settings &settings, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(u"language"_s);
    box->addItem(PreferencesDialog::tr("Of the system"), QString());
    box->addItem(u"Deutsch"_s, u"de"_s); // a language is named in itself
    box->addItem(u"English"_s, u"en"_s);
    box->setCurrentIndex(qMax(0, box->findData(settings.language())));
    QObject::connect(box, &QComboBox::activated, &settings, [box, &settings] {
        settings.setLanguage(box->currentData().toString());
    });
    return box;
}

QSpinBox *textSizeBox(Settings &settings, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setRange(int(std::lround(Theme::kSmallestTextScale * 100)),
                  int(std::lround(Theme::kLargestTextScale * 100)));
    box->setSingleStep(10);
    box->setSuffix(u"\u202f%"_s);
    box->setKeyboardTracking(false); // 1, 15, 150: only the whole number is meant
    box->setValue(int(std::lround(settings.textScale() * 100)));
    QObject::connect(box, &QSpinBox::valueChanged, &settings, [&settings](int percent) {
        settings.setTextScale(percent / 100.0);
    });
    return box;
}

} // namespace

PreferencesDialog::PreferencesDialog(Settings &settings, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Settings"));
    auto *author = new QLineEdit(settings.pdfAuthor(), this);
    author->setObjectName(u"author"_s);
    author->setPlaceholderText(tr("Name or team"));
    connect(author, &QLineEdit::textEdited, &settings, &Settings::setPdfAuthor);
    auto *note = new QLabel(tr("The language changes at the next start."), this);
    setFontRole(note, FontRole::Caption);
    setTextRole(note, TextRole::Hint);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(8);
    const auto addRow = [form](const QString &name, QWidget *field) {
        field->setMinimumWidth(kFieldWidth);
        field->setAccessibleName(name);
        form->addRow(name, field);
    };
    addRow(tr("Theme"), themeBox(settings, this));
    addRow(tr("Text size"), textSizeBox(settings, this));
    addRow(tr("Language"), languageBox(settings, this));
    form->addRow(QString(), note);
    addRow(tr("Author of reports"), author);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(16);
    column->addLayout(form);
    column->addWidget(buttons);
}

} // namespace dramatis::ui
