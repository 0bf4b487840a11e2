-- Run by install.sh in a Neovim with the sample draft open: its faults must be shown.
-- WANTED says whether there must be a command and its help (2) or not (0).
vim.api.nvim_create_autocmd("VimEnter", {
  callback = vim.schedule_wrap(function()
    local seen = vim.wait(60000, function() return #vim.diagnostic.get(0) >= 8 end, 20)
    local ship = vim.tbl_filter(function(it)
      local text = vim.api.nvim_buf_get_text(0, it.lnum, it.col, it.end_lnum, it.end_col, {})
      return it.code == "misquote" and text[1] == "ship"
    end, vim.diagnostic.get(0))
    local command = vim.fn.exists(":Copydesk") == tonumber(vim.env.WANTED)
    local help = #vim.fn.getcompletion("copydesk-commands", "help") == (vim.env.WANTED == "2" and 1 or 0)
    local ok = seen and #ship == 1 and command and help
    io.stdout:write(ok and "its faults were seen\n" or vim.inspect({ seen, #ship, command, help }) .. vim.fn.execute("messages"))
    vim.cmd(ok and "qall!" or "cquit 1")
  end),
})
