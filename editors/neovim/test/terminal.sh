#!/usr/bin/env bash
# What a person sees and does: Neovim in a real terminal (tmux), keys typed, the screen read.
# Makes editors/pictures/neovim.svg of it: UPDATE=1 draws it anew, else it must be as it is now.
set -euo pipefail
. "$(dirname "$0")/home.sh"
. "$root/editors/test/screen.sh"
trap 'terminal kill-server 2> /dev/null || true; rm -rf "$home"' EXIT

installed
cat > "$config" <<'LUA'
vim.g.maplocalleader = ","
vim.o.swapfile = false
vim.o.termguicolors = true
vim.o.winborder = "rounded"
vim.diagnostic.config({ virtual_text = true })
vim.o.statusline = "%f %m%= %{v:lua.require'copydesk'.status()} "
LUA
cd "$home"
copydesk demo s > demo.log 2>&1 || [ $? -eq 1 ]

echo '- the demo'
cd s
open 116 24 'nvim drafts/pier.md'
see '3 sources · 5 of 10 quotations verified'
see_underlined 'ship' 9:39
see_underlined 'Tomasz Verrall' 8:3
see_underlined '24 April'
see_underlined 'Wednesday, 6 March 2025'
see 'E the sea must be able to step onto a ship'
see '■ Misquote: the source has “boat”'
keys /ship Enter C-l K
see '✗ One word differs'
see 'Tomasz Verrill · The Wexcombe Gazette, 4 March 2025, line 16'
see 'onto a boat," he told the councillors.'
pictured "$root/editors/pictures/neovim.svg" \
  'Neovim: the word “ship” is underlined in a quotation, and below it stand the source’s words, “boat”, who said them, where and when'
keys l
gone '✗ One word differs'
keys gra
see 'Use the source’s wording'
keys 1 Enter
see 'the sea must be able to step onto a boat'
gone 'Misquote: the source has “boat”'
see '3 sources · 6 of 10 quotations verified'
keys u
see_underlined 'ship'

echo '- the commands, as typed and by their keys'
terminal resize-window -x 116 -y 44
ex 'Copydesk sources'
see 'Council votes to rebuild the ferry pier'
see 'copydesk://sources'
keys q
gone 'copydesk://sources'
keys /Osei Enter ,cw
see 'spellings  Lucan Osei, Osei'
keys q
gone 'spellings'
ex 'Copydesk who Imogen Sayle'
see 'Imogen Sayle · person'
keys q
gone 'Imogen Sayle · person'
typed ':Copydesk who Verr'
keys Tab
see ':Copydesk who Tomasz Verrill'
keys Escape ,ct
see '2023-11     Wexcombe'
keys q
gone '2023-11     Wexcombe'

# The choice of quotations is Neovim's own menu.
keys Go Escape
ex 'Copydesk quotations crossings'
ex 'Copydesk quotations boats warm'
see 'From the sources'
see '1: “We have kept both boats warm for sixteen months'
keys 1 Enter
see 'Put it in here'
keys 1 Enter
see '  “We have kept both boats warm for sixteen months”'
ex 'Copydesk names Sayle'
see '1: Imogen Sayle'
keys 1 Enter
see 'Put it in here'
keys 2 Enter
see 'Imogen Sayle'
see 'sources/'
keys C-o

ex 'Copydesk restart'
see '3 sources'
see_underlined '24 April'
keys gg '/24 April' Enter ,ca
see 'Why is it right as it stands?'
typed 'own notes, 5 March'
keys Enter
see 'accepted, noted in'
eventually 'no longer underlined: 24 April' not_underlined '24 April'
eventually 'the reason is noted' has_line copydesk.accepted.toml 'own notes, 5 March'

ex 'Copydesk log'
see 'open documents:'
keys q
gone 'open documents:'
ex 'checkhealth copydesk'
see 'a server serves'
off_screen ERROR || fail 'no ERROR'
off_screen WARNING || fail 'no WARNING'
keys :bwipe Enter
gone 'a server serves'
ex 'help copydesk'
see 'FIRST RUN'
keys :qa! Enter

echo '- letters beyond ASCII and emoji before the fault'
cd "$home/project"
open 200 20 'nvim draft.md'
see '1 source · 0 of 3 quotations verified'
see_underlined 'gallery' 3:59
see_underlined 'Solveig Ångström' 5:71
see_underlined '24 April' 7:44
see_underlined 'palace' 9:50
see 'the source has “museum”, the draft “gallery”'
see 'Wrong speaker: Kaspar Nuñez said this'
see 'the source has “14 April”'
keys '/thirty winters' Enter C-]
see '“I have slept under that lamp for thirty winters,” said Nuñez.'
see 'sources/lantern.md'
keys C-o
see_underlined 'gallery'
keys gg /gallery Enter K
see '✗ One word differs'
see 'The Lantern, 6 March 2025'
keys l
gone '✗ One word differs'
keys gra
see 'Use the source’s wording'
keys 1 Enter
see 'In a café on Ærø 🗼🏮, “We shall not sell the lamp to a museum across the water,” said Solveig Ångström.'
gone 'the draft “gallery”'
keys /palace Enter gra
see 'Ignore misquote here'
number=$(screen | sed -n 's/^\([0-9]*\): Ignore misquote here.*/\1/p')
keys "$number" Enter
see '<!-- copydesk: ignore misquote -->'
gone 'the draft “palace”'
eventually 'no longer underlined: palace' not_underlined palace
see '1 source · 1 of 3 quotations verified'
keys :wq Enter
eventually 'the fix is in the file' has_line draft.md 'a museum across the water'
eventually 'the comment is in the file' has_line draft.md 'Ångström. <!-- copydesk: ignore misquote -->'
