--- A choice of quotations and names from the sources.
local M = {}

local client_of = require("copydesk.client")
local Kind = vim.lsp.protocol.SymbolKind

M.quotations = { [Kind.String] = true }
M.names = { [Kind.Class] = true, [Kind.Module] = true, [Kind.Constant] = true }

--- The names among what the server found.
function M.named(found)
  local names = {}
  for _, item in ipairs(found) do
    if M.names[item.kind] then
      table.insert(names, item.name)
    end
  end
  return names
end

local function squeezed(text)
  return (vim.trim(text):gsub("%s+", " "))
end

--- The quotation's full words: an entry of the server's list is cut after some seventy letters.
local function in_full(buffer, item, done)
  local shown = item.name:gsub("^“", ""):gsub("”$", "")
  if not vim.endswith(shown, "…") then
    return done(shown)
  end
  local beginning = shown:sub(1, -1 - #"…")
  local path = vim.uri_to_fname(item.location.uri)
  client_of.run(buffer, { "read", path, "--format", "json" }, function(result)
    local ok, read = pcall(vim.json.decode, result.stdout)
    for _, document in ipairs(ok and read.documents or {}) do
      for _, quotation in ipairs(document.quotations) do
        local words = squeezed(quotation.text)
        if vim.startswith(words, beginning) then
          return done(words)
        end
      end
    end
    client_of.say("the quotation is no longer in " .. path, vim.log.levels.WARN)
  end)
end

local function put(buffer, text)
  if vim.bo[buffer].modifiable then
    vim.api.nvim_put({ text }, "c", true, true)
  end
end

local function insert(buffer, item)
  if not M.quotations[item.kind] then
    return put(buffer, item.name)
  end
  in_full(buffer, item, function(words)
    -- A comma before the closing mark belongs to the source's sentence.
    put(buffer, "“" .. words:gsub(",$", "") .. "”")
  end)
end

local function act(client, buffer, item)
  local what = { "Put it in here", "Go to its place in the sources" }
  vim.ui.select(what, { prompt = item.name }, function(_, number)
    if number == 1 then
      insert(buffer, item)
    elseif number == 2 then
      vim.lsp.util.show_document(item.location, client.offset_encoding, { focus = true })
    end
  end)
end

--- Lets the person choose among what the sources hold of `kinds` that has all words of `query`.
function M.choose(buffer, kinds, query)
  client_of.with(buffer, function(client)
    client_of.symbols(client, query, function(found)
      local items = vim.tbl_filter(function(item)
        return kinds[item.kind] or false
      end, found)
      if #items == 0 then
        return client_of.say("nothing found; give a word that it has")
      end
      vim.ui.select(items, {
        prompt = "From the sources",
        kind = "copydesk",
        format_item = function(item)
          return item.name .. "  " .. (item.containerName or "")
        end,
      }, function(item)
        if item then
          act(client, buffer, item)
        end
      end)
    end)
  end)
end

return M
