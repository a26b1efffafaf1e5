// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/icons.h"
#include "ui/base/page_frame.h"

#include <QList>
#include <QString>
#include <QWidget>

class QAction;

namespace dramatis::ui {

/// The menus of the window that a page adds to.
enum class PageMenu { Edit, Project, Run };

/// A page as the shell knows it. A page fills `frame()` in its constructor, names its actions, and
/// hears when it comes and goes. It recomputes only while it is shown (RefreshDeferrer).
class Page : public QWidget
{
    Q_OBJECT

public:
    /// @param id     not translated, "captures"; settings and tests know the page by it
    /// @param title  translated, stands in the rail and in the page bar
    Page(const QString &id,
         const QString &title,
         Icon icon,
         Settings &settings,
         QWidget *parent = nullptr);

    [[nodiscard]] QString id() const { return m_id; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] Icon icon() const { return m_icon; }
    [[nodiscard]] PageFrame *frame() const { return m_frame; }
    /// The frame that a person sees: another one than frame() while something else stands in its
    /// place.
    [[nodiscard]] virtual PageFrame *activeFrame() const { return m_frame; }
    [[nodiscard]] bool isActive() const { return m_active; }

    /// The actions of the page for one menu, in order; a separator is an action too. They are in
    /// the menu while the page is shown, and always in "go to anything".
    [[nodiscard]] virtual QList<QAction *> menuActions(PageMenu menu) const;
    /// Puts the focus where single keys work.
    virtual void focusPicture();
    /// Ctrl+F. Returns false if there is nothing to search on this page.
    virtual bool startFind();

    /// By the shell only.
    void setActive(bool active);

signals:
    /// One sentence for the left of the status bar.
    void statusChanged(const QString &text);
    /// menuActions() gives something else now.
    void actionsChanged();

protected:
    /// The page is in front now.
    virtual void activated() {}
    /// Another page is in front now, or the window closes.
    virtual void deactivated() {}

private:
    QString m_id;
    QString m_title;
    Icon m_icon;
    PageFrame *m_frame;
    bool m_active = false;
};

} // namespace dramatis::ui
