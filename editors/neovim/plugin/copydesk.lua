if vim.g.loaded_copydesk then
  return
end
if vim.fn.has("nvim-0.11") == 0 then
  vim.notify("copydesk needs Neovim 0.11 or newer", vim.log.levels.ERROR)
  return
end
vim.g.loaded_copydesk = true
require("copydesk").setup()
