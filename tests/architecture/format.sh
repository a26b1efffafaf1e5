#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every source is formatted as .clang-format says. Skipped (exit 77) where clang-format 14 is absent.
set -euo pipefail
cd "$(dirname "$0")/../.."
clang=$(command -v clang-format-14 || command -v clang-format || true)
if [ -z "$clang" ] || ! "$clang" --version | grep -q 'version 14'; then
  echo "clang-format 14 is absent: not checked."
  exit 77
fi
find core ui app tests -name '*.cpp' -o -name '*.h' | sort | xargs -P 2 -n 40 "$clang" --dry-run -Werror
