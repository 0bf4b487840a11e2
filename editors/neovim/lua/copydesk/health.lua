--- `:checkhealth copydesk`.
local M = {}

local config = require("copydesk.config")
local health = vim.health

local function program()
  local command = config.get().command
  if vim.fn.executable(command) == 0 then
    health.error(("%s cannot be started"):format(command), {
      "Build it from the project's folder: cargo install --path .",
      "or name it: vim.g.copydesk = { command = '/path/to/copydesk' }",
    })
    return false
  end
  local result = vim.system({ command, "--version" }, { text = true }):wait(5000)
  if result.code ~= 0 then
    health.error(("%s --version failed: %s"):format(command, result.stderr or ""))
    return false
  end
  health.ok(("%s (%s)"):format(vim.trim(result.stdout), vim.fn.exepath(command)))
  return true
end

local function servers()
  local clients = vim.lsp.get_clients({ name = "copydesk" })
  if #clients == 0 then
    health.info("no server runs: it starts with the first draft beside a folder of sources")
  end
  for _, client in ipairs(clients) do
    local many = vim.tbl_count(client.attached_buffers)
    health.ok(("a server serves %s, %d open"):format(client.root_dir or "no folder", many))
    local result = vim
      .system({ config.get().command, "sources", "--color", "never" }, { text = true, cwd = client.root_dir })
      :wait(10000)
    if result.code == 0 then
      health.ok(vim.trim(result.stderr ~= "" and result.stderr or "the sources can be read"))
    else
      health.warn(vim.trim(result.stderr or "the sources cannot be read"))
    end
  end
end

function M.check()
  health.start("copydesk")
  if vim.fn.has("nvim-0.11") == 1 then
    health.ok("Neovim " .. tostring(vim.version()))
  else
    health.error("Neovim 0.11 or newer is needed")
  end
  local found = program()
  if vim.lsp.is_enabled("copydesk") then
    health.ok("the server is enabled")
  else
    health.warn("the server is not enabled", "vim.lsp.enable('copydesk')")
  end
  if found then
    servers()
  end
end

return M
