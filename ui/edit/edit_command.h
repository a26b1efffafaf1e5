// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/edit.h"

#include <QUndoCommand>

#include <functional>

namespace dramatis::ui {

/// The only undo command: redo and undo are the same act, for each leaves the other behind. Moves
/// of the same nodes in a row become one step.
class EditCommand : public QUndoCommand
{
public:
    using Apply = std::function<Result<project::Edit>(const project::Edit &)>;

    /// @param inverse  what takes back the edit, which has been applied already
    EditCommand(Apply apply, project::Edit inverse, const QString &text);

    void undo() override { exchange(); }
    void redo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand *other) override;

private:
    void exchange();

    Apply m_apply;
    project::Edit m_next;
    bool m_applied = true; ///< QUndoStack::push calls redo() once for what is done already
};

} // namespace dramatis::ui
