" Run by run.sh in the project's folder; silent Ex mode has no output, so results go to $RESULTS.
set nocompatible hidden noswapfile encoding=utf-8
scriptencoding utf-8
let g:ale_hover_to_preview = 1
filetype on
exe 'source' $HOME . '/vimrc'

func! s:Check(what, ok, got) abort
  call writefile([(a:ok ? 'ok   ' : 'FAIL ') . a:what] + (a:ok ? [] : [string(a:got)]), $RESULTS, 'a')
  if !a:ok | cquit! 1 | endif
endfunc
func! s:WaitFor(condition) abort
  for i in range(1200)
    if eval(a:condition) | return 1 | endif
    sleep 50m          " callbacks of jobs and timers run meanwhile
  endfor
  return 0
endfunc
func! Findings() abort
  return get(get(get(g:, 'ale_buffer_info', {}), g:buf, {}), 'loclist', [])
endfunc
func! FindingsIn(line) abort
  return filter(copy(Findings()), 'v:val.lnum == a:line')
endfunc
func! Line(number) abort
  return getbufline(g:buf, a:number)[0]
endfunc

edit draft.md
let g:buf = bufnr('')
call s:Check('Markdown', &filetype ==# 'markdown', &filetype)
ALELint
call s:WaitFor('len(Findings()) == 4')
call s:Check('four findings', len(Findings()) == 4, Findings())
for [s:line, s:place, s:text, s:type] in [
\ [3, 'gallery', 'the source has “museum”, the draft “gallery”', 'E'],
\ [5, 'Solveig Ångström', 'Kaspar Nuñez said this, not Solveig Ångström', 'E'],
\ [7, '24 April', 'the source has “14 April”', 'W'],
\ [9, 'palace', 'the source has “museum”, the draft “palace”', 'E']]
  let s:it = get(FindingsIn(s:line), 0, {})
  call s:Check('a finding in line ' . s:line, stridx(get(s:it, 'text', ''), s:text) >= 0 && s:it.type ==# s:type, s:it)
  call s:Check('at “' . s:place . '”', Line(s:line)[s:it.col - 1 : s:it.end_col - 1] ==# s:place, s:it)
endfor

" The evidence.
call cursor(3, stridx(getline(3), 'gallery') + 1)
ALEHover
func! Preview() abort
  return join(map(filter(getbufinfo(), 'v:val.name =~# "ALEPreviewWindow"'), 'join(getbufline(v:val.bufnr, 1, "$"), "\n")'))
endfunc
call s:WaitFor('Preview() =~# "museum"')
call s:Check('hover shows the evidence', Preview() =~# 'museum' && Preview() =~# 'Lantern' && Preview() =~# 'Solveig Ångström', Preview())
pclose!

" ALE's menu of fixes, from which the one with this title is chosen.
func! Choose(title) abort
  let g:titles = []
  func! Menu(data, items) abort closure
    let g:titles = map(copy(a:items), 'v:val[1].title')
    let l:at = index(g:titles, a:title)
    if l:at >= 0 | call ale#codefix#ApplyLSPCodeAction(a:data, a:items[l:at][1]) | endif
  endfunc
  call ale#codefix#Execute(0, function('Menu'))
endfunc

exe bufwinnr(g:buf) . 'wincmd w'
call cursor(3, stridx(getline(3), 'gallery') + 1)
call Choose('Use the source’s wording')
call s:WaitFor('Line(3) =~# "a museum across"')
call s:Check('the fix is applied', Line(3) ==# 'In a café on Ærø 🗼🏮, “We shall not sell the lamp to a museum across the water,” said Solveig Ångström.', [g:titles, Line(3)])
ALELint
call s:Check('its finding goes away', s:WaitFor('len(Findings()) == 3 && empty(FindingsIn(3))'), Findings())

call cursor(9, stridx(getline(9), 'palace') + 1)
call Choose('Ignore misquote here')
call s:WaitFor('Line(9) =~# "ignore misquote"')
call s:Check('the comment is put in', Line(9) =~# 'Ångström\. <!-- copydesk: ignore misquote -->$', [g:titles, Line(9)])
ALELint
call s:Check('the silenced finding goes away', s:WaitFor('len(Findings()) == 2 && empty(FindingsIn(9))'), Findings())

call writefile(['all of it was seen'], $RESULTS, 'a')
qall!
