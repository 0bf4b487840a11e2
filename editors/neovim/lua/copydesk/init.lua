--- Copydesk in Neovim: the server, its commands, keys and a piece of the status line.
local M = {}

local config = require("copydesk.config")

local function server()
  local set = config.get()
  local own = {
    cmd = { set.command, "lsp" },
    settings = { copydesk = set.settings },
    filetypes = set.filetypes,
    handlers = { ["window/logMessage"] = require("copydesk.status").logged },
  }
  if next(set.settings) then
    own.init_options = set.settings
  end
  vim.lsp.config("copydesk", own)
  if set.enable then
    vim.lsp.enable("copydesk")
  end
end

local function keys(buffer)
  local set = config.get()
  if not set.keymaps then
    return
  end
  local wanted = {
    s = { "sources", "the sources and their health" },
    w = { "who", "the name under the cursor in the sources" },
    t = { "timeline", "dated statements of the sources" },
    q = { "quotations", "put in or go to a quotation" },
    n = { "names", "put in or go to a name" },
    a = { "accept", "accept the finding for good" },
  }
  for key, what in pairs(wanted) do
    local all = set.prefix .. key
    -- A person's own key is never taken away.
    if vim.fn.maparg(all, "n") == "" then
      vim.keymap.set("n", all, "<Cmd>Copydesk " .. what[1] .. "<CR>", {
        buffer = buffer,
        desc = "Copydesk: " .. what[2],
      })
    end
  end
end

local function watch()
  local group = vim.api.nvim_create_augroup("copydesk", {})
  vim.api.nvim_create_autocmd("LspAttach", {
    group = group,
    callback = function(event)
      local client = vim.lsp.get_client_by_id(event.data.client_id)
      if client and client.name == "copydesk" then
        keys(event.buf)
        require("copydesk.status").attach(group, event.buf)
      end
    end,
  })
  vim.api.nvim_create_autocmd("WinNew", {
    group = group,
    callback = function()
      require("copydesk.card").opened(vim.api.nvim_get_current_win())
    end,
  })
  vim.api.nvim_create_autocmd("LspProgress", {
    group = group,
    callback = function(event)
      require("copydesk.status").progress(event.data)
    end,
  })
end

--- Sets everything up; called without arguments when the plug-in is loaded. May be called again.
function M.setup(options)
  vim.g.loaded_copydesk = true
  config.set(options)
  watch()
  require("copydesk.commands").define()
  server()
end

--- For a status line: "5 sources · 11 of 12 quotations verified", or nothing.
function M.status()
  return require("copydesk.status").text(vim.api.nvim_get_current_buf())
end

return M
