--- A window with a text that is only read.
local M = {}

--- Shows `text` below the other windows, in the one window there is for `title`; `q` closes it.
function M.text(title, text)
  local name = "copydesk://" .. title
  local buffer = vim.fn.bufnr("^" .. vim.fn.escape(name, "\\[]*?{}~^$. ") .. "$")
  if buffer == -1 then
    buffer = vim.api.nvim_create_buf(false, true)
    vim.api.nvim_buf_set_name(buffer, name)
    vim.bo[buffer].bufhidden = "wipe"
    vim.bo[buffer].filetype = "copydesk"
    vim.keymap.set("n", "q", "<Cmd>close<CR>", { buffer = buffer, nowait = true, desc = "Close" })
  end
  vim.bo[buffer].modifiable = true
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(vim.trim(text), "\n"))
  vim.bo[buffer].modifiable = false
  local window = vim.fn.bufwinid(buffer)
  if window == -1 then
    vim.cmd("botright split")
    vim.api.nvim_win_set_buf(0, buffer)
    vim.wo.wrap = true
    vim.api.nvim_win_set_height(0, math.min(vim.api.nvim_buf_line_count(buffer) + 1, 15))
  else
    vim.api.nvim_set_current_win(window)
  end
  return buffer
end

return M
