--- What the person set: `vim.g.copydesk`, or the table given to `setup`.
local M = {}

local defaults = {
  --- The program, without its arguments.
  command = "copydesk",
  --- Whether the server starts by itself in a folder with sources.
  enable = true,
  --- Whether there are keys for the commands, in the buffers that the server serves.
  keymaps = true,
  --- What these keys begin with.
  prefix = "<LocalLeader>c",
  --- Instead of the usual file types.
  filetypes = nil,
  --- The keys of copydesk.toml; what is set here wins over the file.
  settings = {},
}

local current = vim.deepcopy(defaults)

function M.set(options)
  current = vim.tbl_deep_extend("force", vim.deepcopy(defaults), vim.g.copydesk or {}, options or {})
end

function M.get()
  return current
end

return M
