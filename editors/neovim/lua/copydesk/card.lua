--- The window in which Neovim shows the evidence: prose, whose lines should break between words.
local M = {}

local function of_copydesk(window)
  local ok, buffer = pcall(vim.api.nvim_win_get_var, window, "textDocument/hover")
  return ok and #vim.lsp.get_clients({ bufnr = buffer, name = "copydesk" }) > 0
end

--- Called for each new window; Neovim tells only afterwards which one shows a hover.
function M.opened(window)
  if vim.api.nvim_win_get_config(window).relative == "" then
    return
  end
  vim.schedule(function()
    if not vim.api.nvim_win_is_valid(window) or not of_copydesk(window) then
      return
    end
    local before = vim.api.nvim_win_text_height(window, {}).all
    vim.wo[window].linebreak = true
    local more = vim.api.nvim_win_text_height(window, {}).all - before
    if more > 0 then
      local height = vim.api.nvim_win_get_height(window) + more
      vim.api.nvim_win_set_height(window, math.min(height, math.floor(vim.o.lines / 2)))
    end
  end)
end

return M
