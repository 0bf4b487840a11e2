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
local function in_full(client, item, done)
  local shown = item.name:gsub("^“", ""):gsub("”$", "")
  if not vim.endswith(shown, "…") then
    return done(shown)
  end
  client_of.ask(client, "copydesk.source", { uri = item.location.uri }, function(source)
    for _, quotation in ipairs(source and source.quotations or {}) do
      local place = type(quotation.location) == "table" and quotation.location.range
      if place and vim.deep_equal(place.start, item.location.range.start) then
        return done(squeezed(quotation.text))
      end
    end
    client_of.say("the quotation is no longer in " .. item.location.uri, vim.log.levels.WARN)
  end)
end

local function put(buffer, text)
  if vim.bo[buffer].modifiable then
    vim.api.nvim_put({ text }, "c", true, true)
  end
end

local function insert(client, buffer, item)
  if not M.quotations[item.kind] then
    return put(buffer, item.name)
  end
  in_full(client, item, function(words)
    -- A comma before the closing mark belongs to the source's sentence.
    put(buffer, "“" .. words:gsub(",$", "") .. "”")
  end)
end

local function act(client, buffer, item)
  local what = { "Put it in here", "Go to its place in the sources" }
  vim.ui.select(what, { prompt = item.name }, function(_, number)
    if number == 1 then
      insert(client, buffer, item)
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
