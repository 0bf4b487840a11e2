--- How the sources and the draft stand, in a few words.
local M = {}

local client_of = require("copydesk.client").of
local sources = {} -- by client: what was read, or how far the reading is
local drafts = {} -- by buffer: how many quotations there are, and how many are verified

local function count(symbols, tally)
  for _, symbol in ipairs(symbols or {}) do
    local detail = symbol.detail or symbol.containerName or ""
    if symbol.kind == vim.lsp.protocol.SymbolKind.String and not vim.startswith(detail, "not judged") then
      tally.all = tally.all + 1
      tally.verified = tally.verified + (vim.startswith(detail, "✓") and 1 or 0)
    end
    count(symbol.children, tally)
  end
  return tally
end

local function redraw()
  vim.cmd.redrawstatus({ bang = true })
end

--- Asks the server how the quotations of `buffer` stand.
function M.renew(buffer)
  local client = vim.lsp.get_clients({ bufnr = buffer, name = "copydesk" })[1]
  if not client then
    drafts[buffer] = nil
    return
  end
  local params = { textDocument = vim.lsp.util.make_text_document_params(buffer) }
  client:request("textDocument/documentSymbol", params, function(problem, symbols)
    if not problem and vim.api.nvim_buf_is_valid(buffer) then
      drafts[buffer] = count(symbols, { all = 0, verified = 0 })
      redraw()
    end
  end, buffer)
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

local function read(client, what)
  sources[client.id] = what
  for buffer in pairs(client.attached_buffers) do
    M.renew(buffer)
  end
  redraw()
end

--- Takes how far the server's reading of the sources is.
function M.progress(data)
  local client = vim.lsp.get_client_by_id(data.client_id)
  if not client or client.name ~= "copydesk" then
    return
  end
  local value = data.params.value
  if value.kind == "end" then
    return read(client, value.message)
  end
  local far = value.percentage and (" %d %%"):format(value.percentage) or ""
  sources[client.id] = "reading sources" .. far
  redraw()
end

--- Takes what the server logs: "FOLDER: 5 sources" after each reading, also after those that were
--- too short for a progress. All of it goes to Neovim's log.
function M.logged(problem, result, context)
  local client = vim.lsp.get_client_by_id(context.client_id)
  local what = result and result.message:match(": (%d+ sources?[^:]*)$")
  if client and what then
    read(client, what)
  end
  return vim.lsp.handlers["window/logMessage"](problem, result, context)
end

--- The words for the status line; empty where no server serves the buffer.
function M.text(buffer)
  local client = client_of(buffer)
  if not client or not client.attached_buffers[buffer] then
    return ""
  end
  local parts = { sources[client.id] }
  local draft = drafts[buffer]
  if draft and draft.all > 0 then
    local noun = draft.all == 1 and "quotation" or "quotations"
    table.insert(parts, ("%d of %d %s verified"):format(draft.verified, draft.all, noun))
  end
  return table.concat(parts, " · ")
end

return M
