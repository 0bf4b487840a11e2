--- How the sources and the draft stand, in a few words.
local M = {}

local client_of = require("copydesk.client")
local readings = {} -- by client: how far the reading is, while the sources are being read
local drafts = {} -- by buffer: "5 sources · 11 of 12 quotations verified"

local function redraw()
  vim.cmd.redrawstatus({ bang = true })
end

--- Asks the server how the draft in `buffer` and its sources stand.
function M.renew(buffer)
  local client = vim.lsp.get_clients({ bufnr = buffer, name = "copydesk" })[1]
  if not client then
    drafts[buffer] = nil
    return
  end
  client_of.ask(client, "copydesk.summary", { uri = vim.uri_from_bufnr(buffer) }, function(summary)
    drafts[buffer] = summary and summary.text
    redraw()
  end)
end

--- Keeps the numbers of `buffer` up to date: whenever it has been checked.
function M.attach(group, buffer)
  vim.api.nvim_clear_autocmds({ group = group, buffer = buffer })
  vim.api.nvim_create_autocmd("DiagnosticChanged", {
    group = group,
    buffer = buffer,
    callback = function()
      M.renew(buffer)
    end,
  })
  M.renew(buffer)
end

local function all_drafts(client)
  for buffer in pairs(client.attached_buffers) do
    M.renew(buffer)
  end
end

--- Takes how far the server's reading of the sources is.
function M.progress(data)
  local client = vim.lsp.get_client_by_id(data.client_id)
  if not client or client.name ~= "copydesk" then
    return
  end
  local value = data.params.value
  if value.kind == "end" then
    readings[client.id] = nil
    return all_drafts(client)
  end
  local far = value.percentage and (" %d %%"):format(value.percentage) or ""
  readings[client.id] = "reading sources" .. far
  redraw()
end

--- Takes what the server logs: it does so after each reading, also after those that were too short
--- for a progress. All of it goes to Neovim's log.
function M.logged(problem, result, context)
  local client = vim.lsp.get_client_by_id(context.client_id)
  if client then
    all_drafts(client)
  end
  return vim.lsp.handlers["window/logMessage"](problem, result, context)
end

--- The words for the status line; empty where no server serves the buffer.
function M.text(buffer)
  local client = client_of.of(buffer)
  if not client or not client.attached_buffers[buffer] then
    return ""
  end
  return readings[client.id] or drafts[buffer] or ""
end

return M
